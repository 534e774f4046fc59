import type { Catalogue, Does } from './entry.ts';
import { always, recordSystem, reads } from './verbs.ts';

const make: Does = { traits: ['books:create'] };
const change: Does = { traits: ['books:change'] };
const cancel: Does = { traits: ['books:cancel'] };
const look: Does = { traits: ['books:read'] };

/** Calendars and booking services. */
export const bookings: Catalogue = {
  'n8n-nodes-base.googleCalendar': {
    resource: 'event',
    operation: 'create',
    needsParameters: true,
    operations: {
      'event.create': make,
      'event.update': change,
      'event.delete': cancel,
      'event.get': look,
      'event.getAll': look,
      'calendar.availability': look,
      'calendar.*': look,
    },
  },
  'n8n-nodes-base.acuityScheduling': recordSystem({}, { 'appointment.create': make, 'appointment.cancel': cancel, 'appointment.get': look }),
  'n8n-nodes-base.cal': recordSystem({}, { 'booking.create': make, 'booking.cancel': cancel, 'booking.getAll': look }),
  'n8n-nodes-base.calendly': recordSystem({}, { get: look, getAll: look }),
  'n8n-nodes-base.zoom': {
    resource: 'meeting',
    operation: 'create',
    needsParameters: true,
    operations: { 'meeting.create': make, 'meeting.update': change, 'meeting.delete': cancel, 'meeting.get': look, 'meeting.getAll': look },
  },
  'n8n-nodes-base.goToWebinar': recordSystem({ resource: 'attendee', operation: 'getAll' }, { 'webinar.create': make, 'webinar.delete': cancel, 'webinar.update': change }),
  'n8n-nodes-base.demio': recordSystem({ resource: 'event', operation: 'getAll' }, { 'event.register': make, 'report.get': reads }),
  'n8n-nodes-base.onfleet': recordSystem(),
  'n8n-nodes-base.eventbrite': always(reads),
};
