import { perform } from '@plumbline/service';
import { answerTasks } from './thread-messages.ts';

const clocked = { clock: () => new Date() };

answerTasks((task) => perform(clocked, task));
