// Serves the built folder on exactly this port and under exactly this path: node serve-site.mjs PORT /PATH/
import { join } from 'node:path';
import { createSite } from './serve.mjs';
import { ROOT } from './steps.mjs';

const [port, under] = process.argv.slice(2);
createSite(join(ROOT, 'build/site'), under).listen(Number(port), 'localhost');
