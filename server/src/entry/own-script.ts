/** The script that runs, which a thread can run, too. The npm packages consist of modules, which have no `__filename`. */
export const ownScript = typeof __filename === 'string' ? __filename : (process.argv[1] ?? '');
