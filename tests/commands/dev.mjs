// Vite's development server, after installing what is missing.
import { install, runPackage } from './steps.mjs';

await install();
process.exitCode = await runPackage('vite/bin/vite.js', ['dev', ...process.argv.slice(2)]);
