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
import { titled } from "#lib/auth/titled.ts";
import { lookUp } from "#lib/look-up.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { settingsPages as t } from "#lib/words/en/screens/settings-pages.ts";

export const generateMetadata = titled(() => ({ title: t("settings_title") }));

const doneWords = (): Readonly<Record<string, string>> => ({
  password: t("done_words_your_password_changed_your"),
  "signed-out": t("done_words_signed_out_there"),
  mail: t("done_words_we_sent_you_link"),
});

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const [session, { done }] = await Promise.all([requireSession(), searchParams]);
  const sessions = await listSessions({ session });
  const { user, merchant } = session;
  const news = typeof done === "string" ? lookUp(doneWords(), done) : undefined;
  return (
    <>
      <PageHeader title={t("settings_page_title")} description={t("settings_page_description")} />
      {news && (
        <div role="status">
          <Notice tone="success">{news}</Notice>
        </div>
      )}
      <Card title={common("account")}>
        <KeyValueList
          items={[
            { key: common("name"), value: user.name },
            { key: t("settings_page_restaurant_shop"), value: merchant.name },
            {
              key: t("settings_page_email_address"),
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
      <Card title={t("settings_page_password")} description={t("settings_page_changing_signs_out_every")}>
        <ChangePasswordForm action={savePassword} email={user.email} />
      </Card>
      <Card title={t("settings_page_where_you_signed")} isFlush>
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
