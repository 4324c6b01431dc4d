import { clientAddress } from "#lib/auth/client-address.ts";
import { countRefusal, refuseGuessing, rememberRight } from "#lib/auth/refusal-limit.ts";
import { AppError } from "#lib/errors.ts";

/** A message of 5 MiB may have been read and verified for nothing: 120 of them a minute are enough. */
const weight = 5;

/**
 * Takes what comes without a key or a session. An address that sent much that was refused is refused before anything is
 * read, for the same purpose only. One whose messages were right within the last hour is not: providers share
 * addresses, and so does whoever stands behind one proxy.
 * @param purpose whom or what it is for, such as a provider's id
 * @throws {AppError} 429 with the seconds to wait
 */
export async function limitStrangers<Result>(
  request: Request,
  purpose: string,
  take: () => Promise<Result>,
): Promise<Result> {
  const caller = `${purpose} ${clientAddress(request.headers.get("x-forwarded-for"))}`;
  await refuseGuessing(caller, caller);
  try {
    const result = await take();
    rememberRight(caller);
    return result;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) await countRefusal(caller, weight);
    throw error;
  }
}
