import { logger } from "#lib/logger.ts";
import type {
  Inbound,
  InboundMessage,
  InboundRequest,
  InboundSecrets,
} from "#lib/providers/contract/inbound.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { ProviderError, VerificationError } from "#lib/providers/contract/provider-error.ts";
import { UnreadMessageError } from "#lib/providers/kit/read-message.ts";
import { notUnderstood } from "#lib/providers/kit/why-unread.ts";

/**
 * What a verified message says. One that cannot be read says that: it is the provider's own, so that it is taken in
 * and kept with its reason, for sent again it would be the same.
 * @throws {VerificationError} where its content proves that it is not what it was taken for
 */
export function readInbound(
  provider: Provider,
  inbound: Inbound,
  request: InboundRequest,
  secrets: InboundSecrets,
): readonly InboundMessage[] {
  try {
    const parsed = inbound.parse(request, secrets);
    return "effects" in parsed ? [parsed] : parsed;
  } catch (error) {
    if (error instanceof VerificationError) throw error;
    // Anything but a ProviderError is a fault of ours; the message is kept all the same.
    const level = error instanceof ProviderError ? "warn" : "error";
    logger[level]({ err: error, provider: provider.id }, "inbound message not understood");
    const reason = error instanceof UnreadMessageError ? error.reason : notUnderstood;
    return [{ id: null, topic: "unread", accountId: null, effects: [{ kind: "unread", reason }] }];
  }
}
