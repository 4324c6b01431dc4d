import type { SandboxAccountDesk, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { makeCertificate } from "./certificate.ts";
import { type SignerDocument, signerDocument } from "./documents.ts";
import { newId } from "./ids.ts";

const path = /^\/v1\/notifications\/certs\/(?<id>CERT-[\w-]+)$/;

/** With what the account's messages are signed; made when the first one is. */
export async function signerOf(desk: SandboxAccountDesk): Promise<SignerDocument> {
  const known = await desk.store.get("signer", "signer", signerDocument);
  if (known) return known;
  const made = makeCertificate("messageverificationcerts.paypal.com", desk.now());
  const signer = {
    certificateId: `CERT-${[8, 8, 8].map((length) => newId(length).toLowerCase()).join("-")}`,
    certificate: made.certificate,
    privateKey: made.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
  if (!(await desk.store.add("signer", "signer", signer))) return signerOf(desk);
  // Whoever fetches a certificate shows nothing but its name: by that the account is found. It opens nothing else.
  const grant = { id: `certificate ${signer.certificateId}`, account: desk.account, scopes: [], data: {} };
  await desk.issue(grant, { kind: "refresh", token: signer.certificateId });
  return signer;
}

/** The certificate that a request is for; null for other requests. */
export function certificateIdOf({ pathname }: URL): string | null {
  return path.exec(pathname)?.groups?.id ?? null;
}

/** Anyone may have the certificate. https://developer.paypal.com/api/rest/webhooks/rest/ */
export const certificateRoute: SandboxRoute = {
  methods: ["GET"],
  match: /^api(?:-m)?(?:\.sandbox)?\.paypal\.com\/v1\/notifications\/certs\/(?<id>CERT-[\w-]+)$/,
  access: "open",
  async handle(_, desk, { id }) {
    const signer = desk.account ? await desk.store.get("signer", "signer", signerDocument) : null;
    if (!signer || signer.certificateId !== id) return { status: 404, text: "Not Found" };
    return { status: 200, headers: { "content-type": "application/x-pem-file" }, text: signer.certificate };
  },
};
