import { Copyable } from "#components/ui/copyable.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { CatalogueConnectDto } from "#lib/marketplace/schema.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";
import { settingNamesOf } from "./environment.ts";

interface OperatorNoteProps {
  provider: string;
  name: string;
  connect: Pick<CatalogueConnectDto, "isSandboxOn" | "redirectUri">;
}

/** Why the real app cannot be connected here, and, folded away, what whoever runs Patchbay does about it. */
export function OperatorNote({ provider, name, connect: { isSandboxOn, redirectUri } }: OperatorNoteProps) {
  return (
    <Notice
      tone={isSandboxOn ? "info" : "warning"}
      title={isSandboxOn ? t("operator_note_title") : t("operator_note_name_cannot_connected_here", { name })}
    >
      <p>
        {t("operator_note_your_administrator_has_not", { name })}
        {isSandboxOn && ` ${t("operator_note_until_then_you_can")}`}
      </p>
      <details className="mt-1.5">
        <summary className="min-h-6 w-fit rounded-tag text-sm hover:underline">
          {t("operator_note_your_administrator")}
        </summary>
        <div className="mt-1.5 grid gap-2 text-sm">
          <p>{t("operator_note_make_app_name_set", { name })}</p>
          <ul className="grid gap-0.5">
            {settingNamesOf(provider).map((setting) => (
              <li key={setting}>
                <Copyable text={setting} label={setting} />
              </li>
            ))}
          </ul>
          {redirectUri !== null && (
            <>
              <p>{t("operator_note_register_this_redirect_address")}</p>
              <Copyable text={redirectUri} label={t("operator_note_label")} />
            </>
          )}
        </div>
      </details>
    </Notice>
  );
}
