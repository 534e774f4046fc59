export { createThreadJudge, type ThreadJudge, type ThreadJudgeOptions } from './thread-judge.ts';
export { createWork, type Work, type WorkOptions, type WorkParts } from './work.ts';
