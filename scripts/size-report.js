import { measureModules } from './measure-modules.js';

const { count, median, p90, largest } = measureModules();
console.log(`${count} modules, largest ${largest.path} with ${largest.lines} lines (cap 300)`);
console.log(`size: median ${median} lines, limit 60; p90 ${p90} lines, limit 200`);
