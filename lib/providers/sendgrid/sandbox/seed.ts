import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import type { EmailDocument, SenderDocument, TemplateDocument, UserDocument } from "./documents.ts";

/** The SendGrid account of a small restaurant. */
export function seedAccount({ name, slug }: { name: string; slug: string }): SandboxAccountSeed {
  const domain = `${slug}.example`;
  const user = { company: name, firstName: "Ana", isOutOfCredits: false } satisfies UserDocument;
  const entries: [string, string, Record<string, unknown>][] = [
    ["user", "user", user],
    ["sender", "1201", sender("Orders", `orders@${domain}`, name, true)],
    ["sender", "1202", sender("Reservations", `table@${domain}`, name, true)],
    ["sender", "1203", sender("Newsletter", "ana.kitchen@mail.example", name, false)],
    [
      "template",
      "d-5f0a3c8e1b7d4926a8c1e3f5b7d90214",
      template("Receipt", "Your receipt: order {{orderNumber}}"),
    ],
    [
      "template",
      "d-0c4e6a82f1b34d579e8a2c6b4f1d3e70",
      template("Order is ready", "Your order is ready, {{firstName}}"),
    ],
    ["template", "d-b61f2d97c3a8455e9f0b7d1c8e24a5f3", { ...template("Birthday treat", ""), versions: [] }],
    [
      "template",
      "733ba07f-ead1-41fc-933a-3976baa23716",
      { ...template("Old receipt", "Receipt"), generation: "legacy" },
    ],
    ["email", "Ua9z9lSTSaqYBWJe_Xfc-Q.recvd-5f54b5d587-pczjm-1-67BADEEA-6.0", email(`orders@${domain}`)],
  ];
  return {
    externalId: slug,
    label: name,
    objects: entries.map(([kind, id, data]) => ({ kind, id, data })),
  };
}

function sender(nickname: string, fromEmail: string, fromName: string, isVerified: boolean): SenderDocument {
  return { nickname, fromEmail, fromName, isVerified };
}

function template(name: string, subject: string): TemplateDocument {
  const versions = [
    { id: "9c59c1fb-931a-40fc-a658-50f871f3e41c", name: "First draft", subject: "Draft", isActive: false },
    { id: "4b1f5c2e-0c3a-4d7e-8a52-6f0d2f4f9b11", name: "With our logo", subject, isActive: true },
  ];
  return { name, generation: "dynamic", updatedAt: "2026-04-28T13:12:46.000Z", versions };
}

function email(fromEmail: string): EmailDocument {
  return {
    fromEmail,
    toEmail: "jonas@example.com",
    subject: "Your receipt: order 1027",
    text: "",
    templateId: "d-5f0a3c8e1b7d4926a8c1e3f5b7d90214",
    templateData: { firstName: "Jonas", orderNumber: "1027" },
    categories: [],
    customArgs: {},
    status: "delivered",
    createdAt: "2026-06-13T18:20:00.000Z",
  };
}
