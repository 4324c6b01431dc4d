import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { ApiKeyDto } from "#lib/auth/api-key-schema.ts";
import { permissionMeanings } from "#lib/auth/permissions.ts";
import { apiKeys as t } from "#lib/words/en/screens/api-keys.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { RevokeKeyButton } from "./revoke-key-button.tsx";

interface ApiKeyListProps {
  keys: readonly ApiKeyDto[];
  zone: string;
  canRevoke: boolean;
}

/** The keys, newest first; revoked ones stay, so that it can be looked up what they were. */
export function ApiKeyList({ keys, zone, canRevoke }: ApiKeyListProps) {
  return (
    <Table caption={t("api_key_list_caption")}>
      <TableHead>
        <TableHeading>{common("name")}</TableHeading>
        <TableHeading>{t("api_key_list_may")}</TableHeading>
        <TableHeading>{t("api_key_list_created")}</TableHeading>
        <TableHeading>{t("api_key_list_last_used")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
        {canRevoke && (
          <TableHeading align="end">
            <span className="sr-only">{t("api_key_list_action")}</span>
          </TableHeading>
        )}
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <TableCell phone="title" className="md:max-w-64">
              <span className="grid min-w-0">
                <span className="truncate font-medium">{key.name}</span>
                <span className="font-mono font-normal text-muted text-sm">{key.prefix}…</span>
              </span>
            </TableCell>
            <TableCell className="max-md:text-left">
              <ul className="grid gap-0.5 text-sm">
                {key.scopes.map((scope) => (
                  <li key={scope} title={scope}>
                    {permissionMeanings()[scope]}
                  </li>
                ))}
              </ul>
            </TableCell>
            <TableCell label={t("api_key_list_created")} className="text-muted">
              <RelativeTime at={key.createdAt} zone={zone} />
            </TableCell>
            <TableCell label={t("api_key_list_last_used")} className="text-muted">
              {key.lastUsedAt ? <RelativeTime at={key.lastUsedAt} zone={zone} /> : t("api_key_list_never")}
            </TableCell>
            <TableCell phone="aside">
              {key.revokedAt ? (
                <Status tone="neutral">{t("api_key_list_revoked")}</Status>
              ) : (
                <Status tone="success">{t("api_key_list_active")}</Status>
              )}
            </TableCell>
            {canRevoke && (
              <TableCell align="end" phone={key.revokedAt ? "hidden" : "line"}>
                {!key.revokedAt && <RevokeKeyButton apiKey={key} />}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
