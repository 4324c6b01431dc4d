import { and, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { credentials, integrationIssues } from "#db/schema/integrations.ts";
import type { Ctx } from "#lib/auth/context.ts";
import type { Locale } from "#lib/words/locale.ts";
import { renderStored } from "#lib/words/render.ts";
import { causeRules } from "./health/causes.ts";
import { findMissingScopes } from "./health/missing-scopes.ts";
import { getManifest, type IntegrationRow, requireIntegration } from "./integration-row.ts";
import type { IntegrationDto, IssueDto } from "./schema.ts";

type IssueRow = typeof integrationIssues.$inferSelect;

/** Rows as callers see them, with what is wrong and how long their access lasts: two queries for a page of them. */
export async function toIntegrationDtos(
  rows: readonly IntegrationRow[],
  locale: Locale,
): Promise<IntegrationDto[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const issues = await db()
    .select()
    .from(integrationIssues)
    .where(and(inArray(integrationIssues.integrationId, ids), isNull(integrationIssues.closedAt)));
  const access = await db()
    .select({
      integrationId: credentials.integrationId,
      expiresAt: credentials.expiresAt,
      refreshExpiresAt: credentials.refreshExpiresAt,
      refreshDueAt: credentials.refreshDueAt,
    })
    .from(credentials)
    .where(inArray(credentials.integrationId, ids));
  return rows.map((row) =>
    toDto(
      row,
      issues.filter(({ integrationId }) => integrationId === row.id),
      access.find(({ integrationId }) => integrationId === row.id),
      locale,
    ),
  );
}

/**
 * How a connection stands, for verbs that have asked for their own right already: who may change it may read the answer.
 * @throws {AppError} 404 for what is not there, and for another merchant's
 */
export async function readIntegrationDto(ctx: Ctx, id: string): Promise<IntegrationDto> {
  const [dto] = await toIntegrationDtos([await requireIntegration(ctx, id)], ctx.locale);
  if (!dto) throw new Error("A row gave no DTO.");
  return dto;
}

function toDto(
  row: IntegrationRow,
  issues: readonly IssueRow[],
  access: { expiresAt: Date | null; refreshExpiresAt: Date | null; refreshDueAt: Date | null } | undefined,
  locale: Locale,
): IntegrationDto {
  return {
    id: row.id,
    provider: row.provider,
    providerName: getManifest(row).name,
    environment: row.environment,
    status: row.status,
    account: { id: row.accountId, label: row.accountLabel },
    settings: row.settings,
    scopes: row.scopes,
    missingScopes: row.status === "disconnected" ? [] : findMissingScopes(row),
    issues: issues.map((issue) => toIssueDto(issue, locale)),
    connectedAt: row.connectedAt.toISOString(),
    disconnectedAt: row.disconnectedAt?.toISOString() ?? null,
    disconnectReason: row.disconnectReason,
    access: {
      expiresAt: access?.expiresAt?.toISOString() ?? null,
      isRenewedByItself: access?.refreshDueAt != null,
      renewableUntil: access?.refreshExpiresAt?.toISOString() ?? null,
    },
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
    lastErrorMessage:
      row.lastErrorCode === null
        ? null
        : renderStored({ code: row.lastErrorCode, params: row.lastErrorParams ?? {} }, locale),
  };
}

function toIssueDto(row: IssueRow, locale: Locale): IssueDto {
  return {
    id: row.id,
    cause: row.cause,
    message: renderStored(row, locale),
    detail: row.detail,
    fix: causeRules[row.cause].fix,
    openedAt: row.openedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
