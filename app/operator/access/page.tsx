import type { Metadata } from "next";
import { signOutOperator } from "#components/operator/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { operatorCtx } from "#lib/auth/operator-session.ts";
import { requireOperator } from "#lib/auth/require-operator.ts";
import { newId } from "#lib/ids.ts";
import { listOperators } from "#lib/operator/manage-operators.ts";

export const metadata: Metadata = { title: "Access" };

export default async function OperatorAccessPage() {
  const session = await requireOperator();
  const operators = await listOperators({ ctx: operatorCtx(session, newId("req")) });
  return (
    <>
      <PageHeader title="Access" description="Who sees the money of all merchants." />
      <Card title="Operators" isFlush>
        <Table caption="Operators" density="compact">
          <TableHead>
            <TableHeading>Name</TableHeading>
            <TableHeading>Address</TableHeading>
            <TableHeading>Since (UTC)</TableHeading>
          </TableHead>
          <TableBody>
            {operators.map(({ email, name, createdAt }) => (
              <TableRow key={email}>
                <TableCell phone="title">{name}</TableCell>
                <TableCell label="Address" className="[overflow-wrap:anywhere]">
                  {email}
                </TableCell>
                <TableCell label="Since (UTC)">{createdAt.toISOString().slice(0, 10)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
      <Card
        title="Add or remove an operator"
        description="Only a command on the server does it. The person has an account already; who is removed is refused at the next request."
      >
        <CodeBlock
          label="Commands"
          code={"npm run operator -- add ana@example.com\nnpm run operator -- remove ana@example.com"}
        />
      </Card>
      <Card title="You" description={`Signed in as ${session.user.email}.`}>
        <form action={signOutOperator}>
          <SubmitButton variant="secondary">Sign out</SubmitButton>
        </form>
      </Card>
    </>
  );
}
