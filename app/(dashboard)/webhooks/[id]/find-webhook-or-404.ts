import { notFound } from "next/navigation";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { getWebhookSummary } from "#lib/webhooks/get-webhook-summary.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";

/** The webhook of a page; the page is "not found" where there is none, or it is another merchant's. */
export async function findWebhookOr404(ctx: Ctx, id: string): Promise<WebhookSummaryDto> {
  try {
    return await getWebhookSummary({ ctx, input: { id } });
  } catch (error) {
    if (error instanceof AppError && (error.status === 404 || error.status === 422)) notFound();
    throw error;
  }
}
