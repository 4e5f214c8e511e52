import fc from 'fast-check';

// A change is judged by the same cases every time; PROPERTY_SEED looks at others.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_124) });
