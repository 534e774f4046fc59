export { type Depth, type Queue, type Retries, type Taking, type Turn, turnSchema } from './port.ts';
