import type { Catalogue } from './entry.ts';
import {
  books,
  cancelsBooking,
  each,
  looksUpBooking,
  reads,
  rebooks,
  recordSystem,
  types,
  writes,
} from './verbs.ts';

/** Calendars, meetings and booking services. */
export const bookings: Catalogue = {
  ...types('googleCalendar', {
    needsParameters: true,
    operations: {
      'event.create': books,
      'event.update': rebooks,
      'event.delete': cancelsBooking,
      ...each('event.get event.getAll calendar.availability calendar.*', looksUpBooking),
    },
  }),
  ...types('zoom', {
    needsParameters: true,
    operations: {
      'meeting.create': books,
      'meeting.update': rebooks,
      'meeting.delete': cancelsBooking,
      ...each('meeting.get meeting.getAll', looksUpBooking),
    },
  }),
  ...types(
    'goToWebinar',
    recordSystem({
      ...each('webinar.create registrant.create', books),
      'webinar.update': rebooks,
      ...each('webinar.delete registrant.delete', cancelsBooking),
      ...each('registrant.get registrant.getAll webinar.get webinar.getAll', looksUpBooking),
      // The service mails an invitation of its own to a speaker.
      ...each('panelist.create panelist.reinvite coorganizer.create coorganizer.reinvite', writes),
    }),
  ),
  ...types(
    'demio',
    recordSystem({
      'event.register': books,
      'report.get': reads,
      ...each('event.get event.getAll', looksUpBooking),
    }),
  ),
  ...types(
    'highLevel',
    recordSystem({ 'calendar.bookAppointment': books, 'calendar.getFreeSlots': looksUpBooking }),
  ),
  ...types(
    'freshworksCrm',
    recordSystem({
      'appointment.create': books,
      'appointment.update': rebooks,
      'appointment.delete': cancelsBooking,
      ...each('appointment.get appointment.getAll', looksUpBooking),
    }),
  ),
};
