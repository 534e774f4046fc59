import { z } from 'zod';
import { wallTime } from '../../decide/local-time.ts';
import { defineRule, unknown } from '../define.ts';
import { clockMinutes, clockText, endOfQuiet, type Quiet, quietAt, weekdays } from './quiet.ts';

const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'use a time of day such as 08:00')
  .meta({ description: 'Time of day where the recipient lives.' });

const noZone = unknown(
  'It is not known what time it is where this person lives.',
  'In which time zone does this person live?',
);

export const rule = defineRule({
  meta: {
    id: 'quiet-hours',
    title: 'We do not ring at night',
    summary:
      'Nothing is sent unasked in the quiet hours of the recipient’s own time zone; what they asked for may go out at once.',
    values: ['customer-intimacy', 'community-focus'],
    actions: ['message.send'],
    audiences: ['customer', 'partner'],
    options: z
      .strictObject({
        from: clock.default('21:00'),
        to: clock.default('08:00'),
        quietDays: z
          .array(z.enum(weekdays))
          .max(6)
          .default([])
          .meta({ description: 'Days that are quiet from midnight to midnight.' }),
      })
      .refine((each) => each.from !== each.to, 'quiet hours must end at another time than they begin'),
    version: 1,
    since: '0.1.0',
  },
  prepare: (options) => {
    const quiet: Quiet = {
      from: clockMinutes(options.from),
      to: clockMinutes(options.to),
      days: new Set(options.quietDays.map((day) => weekdays.indexOf(day))),
    };
    const endsIn = endOfQuiet(quiet);
    return (request, context) => {
      // What the recipient asked for, a confirmation or a code, is no disturbance.
      if (request.facts?.purpose === 'transaction') return null;
      const timeZone = request.recipient?.timeZone;
      const wall = wallTime(timeZone, context.now);
      if (Number.isNaN(wall)) return noZone;
      if (!quietAt(quiet, wall)) return null;
      const end = endsIn(timeZone ?? '', context.now);
      if (end === null) return noZone;
      return {
        verdict: 'fail',
        message: `It is ${clockText(wall)} where this person lives, in their quiet hours. Wait until ${end.clock} their time.`,
        obligation: {
          kind: 'wait-until',
          until: end.until,
          timeZone: timeZone ?? null,
          message: end.message,
        },
      };
    };
  },
});
