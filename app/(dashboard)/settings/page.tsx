import type { Metadata } from "next";
import { ChangePasswordForm } from "#components/settings/change-password-form.tsx";
import { EmailState } from "#components/settings/email-state.tsx";
import {
  endAllSessions,
  endOtherSession,
  endOtherSessions,
  savePassword,
  sendConfirmation,
} from "#components/settings/server-actions.ts";
import { SessionList } from "#components/settings/session-list.tsx";
import { signOut } from "#components/shell/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { canSendMail } from "#lib/account-mails/plan-mail.ts";
import { listSessions } from "#lib/auth/list-sessions.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { lookUp } from "#lib/look-up.ts";

export const metadata: Metadata = { title: "Settings" };

const doneWords: Readonly<Record<string, string>> = {
  password: "Your password is changed, and your other browsers are signed out.",
  "signed-out": "Signed out there.",
  mail: "We sent you a link. Open it within 24 hours.",
};

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const [session, { done }] = await Promise.all([requireSession(), searchParams]);
  const sessions = await listSessions({ session });
  const { user, merchant } = session;
  const news = typeof done === "string" ? lookUp(doneWords, done) : undefined;
  return (
    <>
      <PageHeader
        title="Settings"
        description="Your account: password, email address and where you are signed in."
      />
      {news && (
        <div role="status">
          <Notice tone="success">{news}</Notice>
        </div>
      )}
      <Card title="Account">
        <KeyValueList
          items={[
            { key: "Name", value: user.name },
            { key: "Restaurant or shop", value: merchant.name },
            {
              key: "Email address",
              value: (
                <EmailState
                  email={user.email}
                  isVerified={user.isEmailVerified}
                  canSend={canSendMail()}
                  action={sendConfirmation}
                />
              ),
            },
          ]}
        />
      </Card>
      <Card title="Password" description="Changing it signs out every other browser.">
        <ChangePasswordForm action={savePassword} email={user.email} />
      </Card>
      <Card title="Where you are signed in" isFlush>
        <SessionList
          sessions={sessions}
          zone={merchant.timeZone}
          signOutAction={signOut}
          endOneAction={endOtherSession}
          endOthersAction={endOtherSessions}
          endAllAction={endAllSessions}
        />
      </Card>
    </>
  );
}
