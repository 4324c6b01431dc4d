import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { SandboxAccountContext, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { newId, type SignerDocument, signerDocument } from "./documents.ts";

/** Tags of ASN.1 in DER (ITU-T X.690 §8). */
const tags = {
  integer: 0x02,
  bits: 0x03,
  nothing: 0x05,
  oid: 0x06,
  text: 0x0c,
  time: 0x17,
  list: 0x30,
  set: 0x31,
};

const commonName = Buffer.from("550403", "hex");

const sha256WithRsa = Buffer.from("2a864886f70d01010b", "hex");

const path = /^\/v1\/notifications\/certs\/(?<id>CERT-[\w-]+)$/;

/** With what the account's messages are signed; made when the first one is. */
export async function getSigner(context: SandboxAccountContext): Promise<SignerDocument> {
  const known = await context.store.get("signer", "signer", signerDocument);
  if (known) return known;
  const made = makeCertificate("messageverificationcerts.paypal.com", context.now());
  const signer = {
    certificateId: `CERT-${[8, 8, 8].map((length) => newId(length).toLowerCase()).join("-")}`,
    certificate: made.certificate,
    privateKey: made.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
  if (!(await context.store.add("signer", "signer", signer))) return getSigner(context);
  // Whoever fetches a certificate shows nothing but its name: by that the account is found. It opens nothing else.
  const grant = { id: `certificate ${signer.certificateId}`, account: context.account, scopes: [], data: {} };
  await context.issue(grant, { kind: "refresh", token: signer.certificateId });
  return signer;
}

/** The certificate that a request is for; null for other requests. */
export function readCertificateId({ pathname }: URL): string | null {
  return path.exec(pathname)?.groups?.id ?? null;
}

/** Anyone may have the certificate. https://developer.paypal.com/api/rest/webhooks/rest/ */
export const certificateRoute: SandboxRoute = {
  methods: ["GET"],
  match: /^api(?:-m)?(?:\.sandbox)?\.paypal\.com\/v1\/notifications\/certs\/(?<id>CERT-[\w-]+)$/,
  access: "open",
  async handle(_, context, { id }) {
    const signer = context.account ? await context.store.get("signer", "signer", signerDocument) : null;
    if (!signer || signer.certificateId !== id) return { status: 404, text: "Not Found" };
    return { status: 200, headers: { "content-type": "application/x-pem-file" }, text: signer.certificate };
  },
};

/**
 * A certificate such as PayPal's signer has (RFC 5280 §4.1), and its key; signed by itself, for there is no authority
 * on loopback.
 */
export function makeCertificate(name: string, now: Date): { certificate: string; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const algorithm = list(der(tags.oid, sha256WithRsa), der(tags.nothing, Buffer.alloc(0)));
  const subject = list(der(tags.set, list(der(tags.oid, commonName), der(tags.text, Buffer.from(name)))));
  const yearMs = 365 * 24 * 60 * 60_000;
  const validity = list(time(new Date(now.getTime() - yearMs)), time(new Date(now.getTime() + yearMs)));
  const content = list(
    // The first bit of a number is its sign.
    der(tags.integer, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    algorithm,
    subject,
    validity,
    subject,
    publicKey.export({ format: "der", type: "spki" }),
  );
  const signature = sign("sha256", content, privateKey);
  const unusedBits = Buffer.from([0]);
  const whole = list(content, algorithm, der(tags.bits, Buffer.concat([unusedBits, signature])));
  return { certificate: pem(whole), privateKey };
}

function list(...items: readonly Buffer[]): Buffer {
  return der(tags.list, Buffer.concat(items));
}

/** yymmddhhmmssZ */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/\D/g, "").slice(2, 14);
  return der(tags.time, Buffer.from(`${digits}Z`));
}

function der(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), encodeLength(content), content]);
}

/** Short form below 128, and then the number of bytes that the length takes (X.690 §8.1.3). */
function encodeLength({ length }: Buffer): Buffer {
  if (length < 128) return Buffer.from([length]);
  const digits = length.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), "0"), "hex");
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

function pem(content: Buffer): string {
  const lines = content.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
