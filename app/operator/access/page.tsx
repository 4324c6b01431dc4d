import { dayText } from "#components/operator/revenue-words.ts";
import { signOutOperator } from "#components/operator/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { operatorCtx } from "#lib/auth/operator-session.ts";
import { requireOperator } from "#lib/auth/require-operator.ts";
import { titled } from "#lib/auth/titled.ts";
import { newId } from "#lib/ids.ts";
import { listOperators } from "#lib/operator/manage-operators.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";

export const generateMetadata = titled(() => ({ title: t("access_title") }));

export default async function OperatorAccessPage() {
  const session = await requireOperator();
  const ctx = operatorCtx(session, newId("req"));
  const operators = await listOperators({ ctx });
  return (
    <>
      <PageHeader
        title={t("operator_access_page_title")}
        description={t("operator_access_page_description")}
      />
      <Card title={t("operator_access_page_operators")} isFlush>
        <Table caption={t("operator_access_page_operators")} density="compact">
          <TableHead>
            <TableHeading>{common("name")}</TableHeading>
            <TableHeading>{t("operator_access_page_address")}</TableHeading>
            <TableHeading>{t("operator_access_page_since_utc")}</TableHeading>
          </TableHead>
          <TableBody>
            {operators.map(({ email, name, createdAt }) => (
              <TableRow key={email}>
                <TableCell phone="title">{name}</TableCell>
                <TableCell label={t("operator_access_page_address")} className="[overflow-wrap:anywhere]">
                  {email}
                </TableCell>
                <TableCell label={t("operator_access_page_since_utc")}>
                  {dayText(createdAt.toISOString(), ctx.locale)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
      <Card
        title={t("operator_access_page_add_remove_operator")}
        description={t("operator_access_page_only_command_server_does")}
      >
        <CodeBlock
          label={t("operator_access_page_label")}
          code={"npm run operator -- add ana@example.com\nnpm run operator -- remove ana@example.com"}
        />
      </Card>
      <Card
        title={t("operator_access_page_you")}
        description={t("operator_access_page_signed_as_email", { email: session.user.email })}
      >
        <form action={signOutOperator}>
          <SubmitButton variant="secondary">{t("operator_access_page_sign_out")}</SubmitButton>
        </form>
      </Card>
    </>
  );
}
