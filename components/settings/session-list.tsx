import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { SessionDto } from "#lib/auth/account-schema.ts";
import { settings as t } from "#lib/words/en/screens/settings.ts";

type FormAction = (form: FormData) => Promise<void>;

interface SessionListProps {
  sessions: readonly SessionDto[];
  zone: string;
  signOutAction: FormAction;
  endOneAction: FormAction;
  endOthersAction: FormAction;
  endAllAction: FormAction;
}

/** The browsers that are signed in, each with its own way out, and the way out of all. Forms, so they need no script. */
export function SessionList({
  sessions,
  zone,
  signOutAction,
  endOneAction,
  endOthersAction,
  endAllAction,
}: SessionListProps) {
  return (
    <>
      <ul className="divide-y divide-line border-line border-t">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-card py-3">
            <div className="grid min-w-0 flex-1 gap-0.5">
              <p className="flex flex-wrap items-center gap-x-2.5 font-medium">
                {session.browser}
                {session.isCurrent && <Status tone="success">{t("session_list_this_browser")}</Status>}
              </p>
              <p className="text-muted text-sm">
                {t.rich("session_list_last_used_relativetime_signed", {
                  relativeTime: <RelativeTime at={session.lastSeenAt} zone={zone} />,
                  relativeTime2: <RelativeTime at={session.startedAt} zone={zone} />,
                })}
              </p>
            </div>
            <form action={session.isCurrent ? signOutAction : endOneAction}>
              <input type="hidden" name="sessionId" value={session.id} />
              <SubmitButton
                size="sm"
                variant="secondary"
                aria-label={t("session_list_sign_out_labelof", { labelOf: getLabel(session) })}
              >
                {t("session_list_sign_out")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-line border-t px-card py-3">
        {sessions.length > 1 && (
          <form action={endOthersAction}>
            <SubmitButton variant="secondary">{t("session_list_sign_out_all_other")}</SubmitButton>
          </form>
        )}
        <form action={endAllAction}>
          <SubmitButton variant="secondary">{t("session_list_sign_out_everywhere")}</SubmitButton>
        </form>
      </div>
    </>
  );
}

function getLabel({ browser, isCurrent }: SessionDto): string {
  return isCurrent ? t("label_of_this_browser") : browser;
}
