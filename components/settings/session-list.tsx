import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { SessionDto } from "#lib/auth/account-schema.ts";

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
                {session.isCurrent && <Status tone="success">This browser</Status>}
              </p>
              <p className="text-muted text-sm">
                Last used <RelativeTime at={session.lastSeenAt} zone={zone} />, signed in{" "}
                <RelativeTime at={session.startedAt} zone={zone} />
              </p>
            </div>
            <form action={session.isCurrent ? signOutAction : endOneAction}>
              <input type="hidden" name="sessionId" value={session.id} />
              <SubmitButton size="sm" variant="secondary" aria-label={`Sign out ${labelOf(session)}`}>
                Sign out
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-line border-t px-card py-3">
        {sessions.length > 1 && (
          <form action={endOthersAction}>
            <SubmitButton variant="secondary">Sign out all other browsers</SubmitButton>
          </form>
        )}
        <form action={endAllAction}>
          <SubmitButton variant="secondary">Sign out everywhere</SubmitButton>
        </form>
      </div>
    </>
  );
}

function labelOf({ browser, isCurrent }: SessionDto): string {
  return isCurrent ? "this browser" : browser;
}
