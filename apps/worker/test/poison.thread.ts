import { perform } from '@plumbline/service';
import { answerTasks } from '../src/thread-messages.ts';

/** Judges like the real thread, but for flows whose name says what they do to it. */
answerTasks((task) => {
  if (task.kept.name === 'hangs') for (;;);
  if (task.kept.name === 'ends') process.exit(3);
  if (task.kept.name === 'fills') {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, Math.random));
  }
  return perform({ clock: () => new Date(0) }, task);
});
