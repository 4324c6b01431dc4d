import { z } from "zod";
import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import { refusal } from "./answers.ts";
import type { Property } from "./properties.ts";

type PropertyProblem = { name: string; error: string; message: string };

/** What HubSpot finds wrong with values, whatever else is in the account. */
export function findProblems(
  values: Readonly<Record<string, string>>,
  known: ReadonlyMap<string, Property>,
): PropertyProblem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const property = known.get(name);
    if (!property) {
      return [{ name, error: "PROPERTY_DOESNT_EXIST", message: `Property "${name}" does not exist` }];
    }
    if (property.modificationMetadata.readOnlyValue) {
      return [
        {
          name,
          error: "READ_ONLY_VALUE",
          message: `"${name}" is a read only property; its value cannot be set.`,
        },
      ];
    }
    return value === "" ? [] : problemOfValue(property, value);
  });
}

function problemOfValue({ name, type, options }: Property, value: string): PropertyProblem[] {
  if (name === "email" && !z.email({ pattern: z.regexes.html5Email }).safeParse(value).success) {
    return [{ name, error: "INVALID_EMAIL", message: `Email address ${value} is invalid` }];
  }
  if (type === "number" && !/^-?\d+(\.\d+)?$/.test(value)) {
    return [{ name, error: "INVALID_LONG", message: `${value} was not a valid number.` }];
  }
  if (
    (type === "datetime" || type === "date") &&
    Number.isNaN(Date.parse(value)) &&
    !/^\d{12,14}$/.test(value)
  ) {
    return [{ name, error: "INVALID_DATE", message: `${value} was not a valid date.` }];
  }
  const isOption = options.length === 0 || options.some((option) => option.value === value);
  if (type === "enumeration" && !isOption) {
    const allowed = options.map((option) => option.value).join(", ");
    const message = `${value} was not one of the allowed options: [${allowed}]`;
    return [{ name, error: "INVALID_OPTION", message }];
  }
  return [];
}

/** https://developers.hubspot.com/changelog/upcoming-property-validations-rules-will-be-enforced-for-apis-and-integrations */
export function invalidValues(problems: readonly PropertyProblem[]): SandboxReply {
  const described = problems.map((problem) => ({
    isValid: false,
    ...problem,
    localizedErrorMessage: problem.message,
  }));
  return refusal(400, "VALIDATION_ERROR", `Property values were not valid: ${JSON.stringify(described)}`, {
    errors: problems.map(({ name, error, message }) => ({
      message,
      code: error,
      context: { propertyName: [name] },
    })),
  });
}
