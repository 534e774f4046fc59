import type { Schedule } from '@plumbline/core';
import { isRecord, type Json, shortText, valueAt } from './parameters.ts';

/** Hour or weekday field of a cron expression that leaves out part of the day or week, without being a single time. */
const restricted = (cron: string): boolean => {
  const parts = cron.trim().split(/\s+/);
  const [hour, , , weekday] = parts.length === 6 ? parts.slice(2) : parts.slice(1);
  if (hour === undefined || weekday === undefined) return false;
  const weekdays = /^(1-5|mon-fri|1,2,3,4,5|mon,tue,wed,thu,fri)$/i.test(weekday);
  const hours = /^\d+-\d+(\/\d+)?$/.test(hour) || hour.split(',').length > 1;
  return weekdays || hours;
};

const weekdaysOnly = (days: unknown): boolean =>
  Array.isArray(days) &&
  days.length > 1 &&
  days.every((day) => typeof day !== 'object' && Number(day) >= 1 && Number(day) <= 5);

const items = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** When a clock starts the flow, for the schedule trigger and its predecessor cron. */
export const readSchedule = (parameters: Json): Schedule => {
  const rules: string[] = [];
  let workingHoursOnly = false;
  for (const rule of [
    ...items(valueAt(parameters, 'rule.interval')),
    ...items(valueAt(parameters, 'triggerTimes.item')),
  ]) {
    const cron = rule['expression'] ?? rule['cronExpression'];
    if (typeof cron === 'string') {
      rules.push(cron.replace(/^=/, ''));
      workingHoursOnly ||= restricted(cron.replace(/^=/, ''));
    } else {
      rules.push(
        Object.entries(rule)
          .map(([key, value]) => `${key} ${shortText(value)}`)
          .join(', '),
      );
      workingHoursOnly ||= weekdaysOnly(rule['triggerAtDay']);
    }
  }
  return { rules, workingHoursOnly };
};
