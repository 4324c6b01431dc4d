import type { SandboxReply } from "../../sandbox-kit/contract.ts";

/** How the REST API refuses: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
export class ApiFault extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields: readonly string[] | undefined;

  constructor(status: number, errorCode: string, message: string, fields?: readonly string[]) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
  }

  toReply(): SandboxReply {
    const { status, errorCode, message, fields } = this;
    return { status, json: [{ message, errorCode, ...(fields ? { fields } : {}) }] };
  }
}

export function notFound(message = "The requested resource does not exist"): ApiFault {
  return new ApiFault(404, "NOT_FOUND", message);
}

export function invalidField(message: string): ApiFault {
  return new ApiFault(400, "INVALID_FIELD", message);
}
