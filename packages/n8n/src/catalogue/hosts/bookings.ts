import type { Does } from '../entry.ts';
import { books, cancelsBooking, internal, looksUpBooking, reads, rebooks } from '../verbs.ts';
import { at, type HostEntry, type Rule } from './rule.ts';

const key: Does = internal('fetches a key for the calls that follow');

/** A collection of appointments under one path. */
const appointments = (path: string): readonly Rule[] => [
  ['POST', '/cancel', cancelsBooking],
  ['PUT', '/cancel', cancelsBooking],
  ['POST', '/reschedule', rebooks],
  ['PUT', '/reschedule', rebooks],
  ['POST', '/search', looksUpBooking],
  ['POST', path, books],
  ['PUT', path, rebooks],
  ['PATCH', path, rebooks],
  ['DELETE', path, cancelsBooking],
  ['GET', '', looksUpBooking],
];

/** Calendars and booking services. */
export const bookingHosts: readonly HostEntry[] = [
  ...at('api.cal.com', ...appointments('/bookings'), ['DELETE', '', cancelsBooking], ['PATCH', '', rebooks]),
  ...at(
    'api.calendly.com',
    ['POST', '/cancellation', cancelsBooking],
    ['POST', '/invitees', books],
    ['', '', looksUpBooking],
  ),
  ...at('acuityscheduling.com', ...appointments('/appointments')),
  ...at(
    'connect.squareup.com connect.squareupsandbox.com',
    ['POST', '/bookings/availability', looksUpBooking],
    ['POST', '/bookings/?/cancel', cancelsBooking],
    ['POST', '/bookings', books],
    ['PUT', '/bookings', rebooks],
    ['GET', '/bookings', looksUpBooking],
  ),
  ...at(
    'gf-api.aws.glofox.com',
    ['POST', '/bookings', books],
    ['DELETE', '/bookings', cancelsBooking],
    ['GET', '', reads],
  ),
  ...at('api.housecallpro.com', ['POST', '/jobs', books], ['GET', '', reads]),
  ...at('calendar.zoho.com calendar.zoho.eu', ...appointments('/events')),
  ...at('zoom.us', ['POST', '/oauth', key]),
  ...at('api.zoom.us', ...appointments('/meetings')),
  ...at('www.wixapis.com', ['POST', '/query', reads], ...appointments('/bookings')),
];
