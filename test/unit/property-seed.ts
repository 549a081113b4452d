import fc from 'fast-check';

/**
 * Properties run on the same examples every time: what chance finds belongs to whoever looks for it, not to the next
 * change that comes along. `PROPERTY_SEED=7 npx vitest run` looks elsewhere.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_120) });
