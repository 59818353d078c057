// Answers the lines of a batch, one message each, in a process of its own: a case may hang, or take all memory.
import { Worker } from 'node:worker_threads';

const { answerLine } = await import(process.argv[2]);

// A case that hangs cannot hear that nobody waits for it any more, so another thread listens.
new Worker(
	`const { ppid } = process;
	setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGKILL'), 1000);`,
	{ eval: true }
);
process.on('disconnect', () => process.exit());
process.on('message', (line) => process.send(answerLine(line)));
process.send('ready');
