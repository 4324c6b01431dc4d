import type { ValueType } from "./shape.ts";

/** What a value is, whichever name it goes by. */
export type Meaning =
  | "email"
  | "phone"
  | "person_name"
  | "first_name"
  | "last_name"
  | "company"
  | "amount"
  | "paid_amount"
  | "refunded_amount"
  | "tax"
  | "tip"
  | "unit_price"
  | "line_total"
  | "currency"
  | "order_id"
  | "order_number"
  | "payment_id"
  | "charge_id"
  | "refund_id"
  | "lines"
  | "sku"
  | "product_name"
  | "quantity"
  | "consent"
  | "moment"
  | "day"
  | "url"
  | "note"
  | "table"
  | "qr_code"
  | "country"
  | "city";

/** Where a field stands and what its schema says. @param parent the name of what it is in; null at the top */
export type Described = {
  name: string;
  parent: string | null;
  type: ValueType;
  format: string | null;
  /** Title and description. */
  words: string;
};

type Rule = {
  meaning: Meaning;
  types: readonly ValueType[];
  names?: RegExp;
  parents?: RegExp;
  words?: RegExp;
};

const text: readonly ValueType[] = ["text"];
const whole: readonly ValueType[] = ["integer"];
const numbers: readonly ValueType[] = ["integer", "number"];
const people = /^(customer|guest|contact|person|buyer|payer)$/;
const inLines = /^(lines|lineitems|items)$/;
const minor = /minor unit|smallest unit|in cents/i;

/** The first that fits counts. Names are compared in small letters, without `_` and `-`. */
const rules: readonly Rule[] = [
  { meaning: "email", types: text, names: /^(customer|guest|contact)?e?mail(address)?$|^to$/ },
  { meaning: "phone", types: text, names: /^(mobile|tele)?phone(number)?$/ },
  { meaning: "first_name", types: text, names: /^(first|given)name$/ },
  { meaning: "last_name", types: text, names: /^(last|family)name$|^surname$/ },
  { meaning: "person_name", types: text, names: /^(full)?name$/, parents: people },
  { meaning: "person_name", types: text, names: /^(customer|guest|contact|full)name$/ },
  { meaning: "company", types: text, names: /^company(name)?$|^organi[sz]ation$/ },
  { meaning: "unit_price", types: numbers, names: /^unit(amount|price)$/ },
  { meaning: "line_total", types: numbers, names: /^totalamount$/, parents: inLines },
  { meaning: "tax", types: numbers, names: /^(total)?tax(amount)?$/ },
  { meaning: "tip", types: numbers, names: /^(tip|gratuity)(amount)?$/ },
  { meaning: "paid_amount", types: numbers, names: /^(amountpaid|paidamount)$/ },
  { meaning: "refunded_amount", types: numbers, names: /^(amountrefunded|refund(ed)?amount)$/ },
  { meaning: "amount", types: numbers, names: /^(total|order)?amount$|^amounttotal$/ },
  { meaning: "amount", types: whole, names: /^(total|value|price)$/, words: minor },
  { meaning: "currency", types: text, names: /^currency(code)?$/ },
  { meaning: "order_id", types: text, names: /^orderid$/ },
  { meaning: "order_number", types: text, names: /^ordernumber$/ },
  { meaning: "order_number", types: text, names: /^(number|reference)$/, words: /\bnumber\b/i },
  { meaning: "payment_id", types: text, names: /^(payment|capture)(id)?$/ },
  { meaning: "payment_id", types: text, names: /^id$/, parents: /^payment$/ },
  { meaning: "charge_id", types: text, names: /^charge(id)?$/ },
  { meaning: "refund_id", types: text, names: /^refundid$/ },
  { meaning: "sku", types: text, names: /^sku$/ },
  { meaning: "product_name", types: text, names: /^(product)?name$/, parents: inLines },
  { meaning: "quantity", types: numbers, names: /^(quantity|qty|pieces)$/ },
  { meaning: "consent", types: ["boolean"], names: /consent|optin/ },
  { meaning: "url", types: text, names: /(url|link)$/ },
  { meaning: "note", types: text, names: /^(order|customer|guest)?note$/ },
  { meaning: "table", types: text, names: /^table(number|name)?$/ },
  { meaning: "qr_code", types: text, names: /^(qr)?codeid$/ },
  { meaning: "qr_code", types: text, names: /^id$/, parents: /^(qr)?code$/ },
  { meaning: "country", types: text, names: /^country(code)?$/ },
  { meaning: "city", types: text, names: /^(city|town)$/ },
  { meaning: "moment", types: text, names: /at$/, words: /time|when/i },
];

/** Addresses of the merchant's own: nobody's who ordered. */
const ownAddresses = /^(from|replyto|sender)$/;

/** What a field means by its name, type and words; null where that is not clear. */
export function findMeaning(field: Described): Meaning | null {
  const name = plain(field.name);
  const parent = field.parent === null ? "" : plain(field.parent);
  if (field.type === "lines") return "lines";
  if (field.type === "instant") return "moment";
  if (field.type === "date") return "day";
  if (field.type === "money") return "amount";
  if (field.format === "email" && !ownAddresses.test(name)) return "email";
  const rule = rules.find(
    ({ types, names, parents, words }) =>
      types.includes(field.type) &&
      (names?.test(name) ?? true) &&
      (parents?.test(parent) ?? true) &&
      (words?.test(field.words) ?? true),
  );
  return rule?.meaning ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, "");
}
