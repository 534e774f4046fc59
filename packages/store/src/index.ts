export * from './approval-port.ts';
export * from './conversation-port.ts';
export * from './decision-port.ts';
export * from './error.ts';
export * from './judging-port.ts';
export * from './outcome-port.ts';
export * from './port.ts';
