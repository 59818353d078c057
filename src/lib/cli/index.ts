export { answerLines, linesOf, type CaseWorker, type CaseWorkers } from './batch';
export { answerLine } from './batch-answer';
export { runCommand, type Terminal } from './run-command';
