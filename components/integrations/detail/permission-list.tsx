import { Status } from "#components/ui/status.tsx";
import type { CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { integrationsDetail as t } from "#lib/words/en/screens/integrations-detail.ts";

interface PermissionListProps {
  app: Pick<CatalogueDetailDto, "scopes" | "actions">;
  /** What the connected account granted; undefined before it is connected. */
  granted?: readonly string[];
}

/** Each permission in plain words, why it is asked for, and what would not work without it. */
export function PermissionList({ app: { scopes, actions }, granted }: PermissionListProps) {
  const getTitle = (id: string) => actions.find((action) => action.id === id)?.title ?? id;
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
      {scopes.map((scope) => (
        <li
          key={scope.id}
          className="grid gap-x-6 gap-y-1 px-card py-3.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start"
        >
          <div className="grid min-w-0 gap-0.5">
            <h3 className="font-medium">{scope.title}</h3>
            <p className="max-w-prose text-muted">{scope.reason}</p>
            {scope.actions.length > 0 && (
              <p className="text-muted text-sm">
                {t("permission_list_needed_map", { map: scope.actions.map(getTitle).join(", ") })}
              </p>
            )}
            <p className="font-mono text-subtle text-xs [overflow-wrap:anywhere]">{scope.id}</p>
          </div>
          {granted && (
            <Status tone={granted.includes(scope.id) ? "success" : "warning"}>
              {granted.includes(scope.id) ? t("permission_list_granted") : t("permission_list_not_granted")}
            </Status>
          )}
        </li>
      ))}
    </ul>
  );
}
