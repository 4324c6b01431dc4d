/**
 * The part of @sendgrid/mail that is used here. The package's own types know only the one service that it shares in a
 * process, whose key would be that of whichever merchant came last; the class itself is in this file of it.
 */
declare module "@sendgrid/mail/src/classes/mail-service.js" {
  type Address = { email: string; name?: string };
  type Content = { type: string; value: string };

  export type MailData = {
    to: string;
    from: Address;
    replyTo?: string;
    category: string;
    customArgs: Record<string, string>;
    hideWarnings: boolean;
  } & (
    | { subject: string; content: Content[] }
    | { templateId: string; dynamicTemplateData: Record<string, unknown> }
  );

  export default class MailService {
    /** It asks the client for nothing but this one request. */
    setClient(client: { request: (request: { body: unknown }) => Promise<unknown> }): void;
    send(data: MailData): Promise<unknown>;
  }
}
