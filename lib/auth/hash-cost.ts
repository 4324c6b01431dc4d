/**
 * What one hash of a password costs. OWASP's advice for scrypt: N = 2^16, r = 8, p = 2, which takes 64 MiB.
 * A constant and no setting, so that no installation makes its hashes cheap. Tests put another module in its place.
 */
export const hashCost = { N: 2 ** 16, r: 8, p: 2 } as const;
