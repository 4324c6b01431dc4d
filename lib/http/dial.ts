import { connect, type Socket } from "node:net";

/** Opens a TCP connection to a literal address. The signal closes it, also later on. */
export type Dial = (to: { address: string; port: number; signal: AbortSignal }) => Promise<Socket>;

const maxAddressesTried = 4;
/** For every address but the last, which has until the deadline. */
const attemptTimeoutMs = 1_000;

export const dialTcp: Dial = ({ address, port, signal }) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, signal, noDelay: true, keepAlive: true });
    socket.once("connect", () => resolve(socket));
    // Stays on: an error between here and the next listener would otherwise end the process.
    socket.on("error", reject);
  });

/**
 * Dials the addresses one after another until one answers.
 * @throws what the last one tried failed with
 */
export async function dialAny(
  dial: Dial,
  to: { addresses: readonly string[]; port: number; signal: AbortSignal },
): Promise<Socket> {
  const { port, signal } = to;
  const [address, ...rest] = to.addresses.slice(0, maxAddressesTried);
  if (address === undefined) throw new RangeError("No address to dial.");
  if (rest.length === 0) return dial({ address, port, signal });
  const attempt = new AbortController();
  const timer = setTimeout(() => attempt.abort(), attemptTimeoutMs);
  try {
    return await dial({ address, port, signal: AbortSignal.any([signal, attempt.signal]) });
  } catch (error) {
    if (signal.aborted) throw error;
    return dialAny(dial, { addresses: rest, port, signal });
  } finally {
    clearTimeout(timer);
  }
}
