import type { EventType } from "./event-type.ts";

/** Patchbay's event types as they were when this was written, by scripts/zapier-event-types.ts. */
export const eventTypes: readonly EventType[] = [
  {
    "type": "qr.scanned",
    "source": "platform",
    "title": "QR code scanned",
    "description": "Someone scanned one of your codes.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "scanId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Your id of the scan"
        },
        "code": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "Your id of the code"
            },
            "name": {
              "description": "What you call it",
              "type": "string",
              "maxLength": 500
            },
            "shortUrl": {
              "description": "The address that the code holds",
              "type": "string",
              "maxLength": 2000
            }
          },
          "required": [
            "id"
          ],
          "additionalProperties": false,
          "description": "The code that was scanned"
        },
        "scannedAt": {
          "description": "When it was scanned",
          "type": "string",
          "maxLength": 40,
          "format": "date-time",
          "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"
        },
        "isFirstScan": {
          "description": "This visitor's first scan of the code",
          "type": "boolean"
        },
        "location": {
          "description": "Where it was scanned, as far as that is known",
          "type": "object",
          "properties": {
            "country": {
              "description": "ISO 3166 country code such as DE, as far as that is known",
              "type": "string",
              "maxLength": 500
            },
            "region": {
              "description": "State or province",
              "type": "string",
              "maxLength": 500
            },
            "city": {
              "description": "Town or city",
              "type": "string",
              "maxLength": 500
            },
            "latitude": {
              "description": "In degrees, north is positive",
              "type": "number",
              "minimum": -90,
              "maximum": 90
            },
            "longitude": {
              "description": "In degrees, east is positive",
              "type": "number",
              "minimum": -180,
              "maximum": 180
            }
          },
          "additionalProperties": false
        },
        "device": {
          "description": "What it was scanned with",
          "type": "object",
          "properties": {
            "type": {
              "type": "string",
              "enum": [
                "phone",
                "tablet",
                "desktop",
                "other"
              ],
              "description": "Kind of device"
            },
            "os": {
              "description": "Operating system and version",
              "type": "string",
              "maxLength": 500
            },
            "browser": {
              "description": "Browser it was opened with",
              "type": "string",
              "maxLength": 500
            },
            "language": {
              "description": "Language tag (BCP 47), such as de-DE",
              "type": "string",
              "maxLength": 100
            }
          },
          "required": [
            "type"
          ],
          "additionalProperties": false
        },
        "campaign": {
          "description": "The campaign that the code belongs to",
          "type": "string",
          "maxLength": 200
        }
      },
      "required": [
        "scanId",
        "code"
      ],
      "additionalProperties": false
    },
    "example": {
      "scanId": "scn_8Qh2Lm41",
      "code": {
        "id": "qr_table_12",
        "name": "Table 12",
        "shortUrl": "https://qr.example/t12"
      },
      "scannedAt": "2026-10-02T18:41:07Z",
      "isFirstScan": true,
      "location": {
        "country": "DE",
        "region": "Berlin",
        "city": "Berlin",
        "latitude": 52.52,
        "longitude": 13.405
      },
      "device": {
        "type": "phone",
        "os": "iOS 26",
        "browser": "Safari",
        "language": "de-DE"
      },
      "campaign": "autumn-menu"
    }
  },
  {
    "type": "qr.created",
    "source": "platform",
    "title": "QR code created",
    "description": "A new code was made, by you or by someone on your team.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "code": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "Your id of the code"
            },
            "name": {
              "description": "What you call it",
              "type": "string",
              "maxLength": 500
            },
            "shortUrl": {
              "description": "The address that the code holds",
              "type": "string",
              "maxLength": 2000
            }
          },
          "required": [
            "id"
          ],
          "additionalProperties": false,
          "description": "The new code"
        },
        "kind": {
          "type": "string",
          "enum": [
            "menu",
            "payment",
            "product",
            "table",
            "link"
          ],
          "description": "What it is for"
        },
        "targetUrl": {
          "type": "string",
          "minLength": 1,
          "maxLength": 2000,
          "description": "Where a scan leads"
        },
        "createdBy": {
          "description": "Who made it",
          "type": "string",
          "maxLength": 200
        }
      },
      "required": [
        "code",
        "kind",
        "targetUrl"
      ],
      "additionalProperties": false
    },
    "example": {
      "code": {
        "id": "qr_table_12",
        "name": "Table 12",
        "shortUrl": "https://qr.example/t12"
      },
      "kind": "table",
      "targetUrl": "https://trattoria.example/order?table=12",
      "createdBy": "ana@trattoria.example"
    }
  },
  {
    "type": "conversion.tracked",
    "source": "platform",
    "title": "Conversion tracked",
    "description": "A scan led to something you count: an order, a booking, a sign-up.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "conversionId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Your id of the conversion"
        },
        "goal": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "What was reached, by the name of your goal"
        },
        "scanId": {
          "description": "The scan that led to it",
          "type": "string",
          "maxLength": 200
        },
        "qrCodeId": {
          "description": "The code that was scanned",
          "type": "string",
          "maxLength": 200
        },
        "orderId": {
          "description": "The order it ended in",
          "type": "string",
          "maxLength": 200
        },
        "value": {
          "description": "What it was worth",
          "type": "object",
          "properties": {
            "amount": {
              "type": "integer",
              "minimum": 0,
              "maximum": 99999999999,
              "description": "Amount in minor units, such as cents"
            },
            "currency": {
              "type": "string",
              "maxLength": 20,
              "pattern": "^[A-Za-z]{3}$",
              "description": "ISO 4217 currency code"
            }
          },
          "required": [
            "amount",
            "currency"
          ],
          "additionalProperties": false
        },
        "customer": {
          "description": "Who it was, where that is known",
          "type": "object",
          "properties": {
            "id": {
              "description": "Your id of the person",
              "type": "string",
              "maxLength": 200
            },
            "name": {
              "description": "Full name",
              "type": "string",
              "maxLength": 500
            },
            "email": {
              "description": "Where they can be written to, as they gave it; it may be no email address",
              "type": "string",
              "maxLength": 500
            },
            "phone": {
              "description": "As they gave it",
              "type": "string",
              "maxLength": 500
            },
            "hasMarketingConsent": {
              "description": "They agreed to hear from you; left out is no",
              "type": "boolean"
            }
          },
          "additionalProperties": false
        },
        "convertedAt": {
          "description": "When it happened",
          "type": "string",
          "maxLength": 40,
          "format": "date-time",
          "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"
        }
      },
      "required": [
        "conversionId",
        "goal"
      ],
      "additionalProperties": false
    },
    "example": {
      "conversionId": "cnv_301",
      "goal": "first-order",
      "scanId": "scn_8Qh2Lm41",
      "qrCodeId": "qr_table_12",
      "orderId": "ord_1042",
      "value": {
        "amount": 3750,
        "currency": "EUR"
      },
      "convertedAt": "2026-10-02T19:20:31Z"
    }
  },
  {
    "type": "experiment.completed",
    "source": "platform",
    "title": "Experiment completed",
    "description": "A comparison of two or more variants has a result.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "experimentId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Your id of the experiment"
        },
        "name": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "What you call it"
        },
        "variants": {
          "minItems": 2,
          "maxItems": 20,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {
                "type": "string",
                "minLength": 1,
                "maxLength": 200,
                "description": "What you call the variant"
              },
              "visitors": {
                "type": "integer",
                "minimum": 0,
                "maximum": 9007199254740991,
                "description": "How many people saw it"
              },
              "conversions": {
                "type": "integer",
                "minimum": 0,
                "maximum": 9007199254740991,
                "description": "How many of them did what you count"
              }
            },
            "required": [
              "name",
              "visitors",
              "conversions"
            ],
            "additionalProperties": false
          },
          "description": "What was compared"
        },
        "winner": {
          "anyOf": [
            {
              "type": "string",
              "maxLength": 200
            },
            {
              "type": "null"
            }
          ],
          "description": "Name of the better variant; null where none is"
        },
        "confidence": {
          "description": "How sure the result is; 1 is certain",
          "type": "number",
          "minimum": 0,
          "maximum": 1
        },
        "endedAt": {
          "description": "When it ended",
          "type": "string",
          "maxLength": 40,
          "format": "date-time",
          "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"
        }
      },
      "required": [
        "experimentId",
        "name",
        "variants",
        "winner"
      ],
      "additionalProperties": false
    },
    "example": {
      "experimentId": "exp_19",
      "name": "Photo or text menu",
      "variants": [
        {
          "name": "text",
          "visitors": 812,
          "conversions": 97
        },
        {
          "name": "photo",
          "visitors": 798,
          "conversions": 141
        }
      ],
      "winner": "photo",
      "confidence": 0.97,
      "endedAt": "2026-10-01T06:00:00Z"
    }
  },
  {
    "type": "order.placed",
    "source": "platform",
    "title": "Order placed",
    "description": "A guest sent an order. It may not be paid yet.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "orderId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Your id of the order"
        },
        "number": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The number that guest and staff see"
        },
        "currency": {
          "type": "string",
          "maxLength": 20,
          "pattern": "^[A-Za-z]{3}$",
          "description": "ISO 4217 currency code"
        },
        "totalAmount": {
          "type": "integer",
          "minimum": 0,
          "maximum": 99999999999,
          "description": "What the guest pays, tax and tip included, in minor units such as cents"
        },
        "taxAmount": {
          "description": "The tax within the total, in minor units",
          "type": "integer",
          "minimum": 0,
          "maximum": 99999999999
        },
        "tipAmount": {
          "description": "The tip within the total, in minor units",
          "type": "integer",
          "minimum": 0,
          "maximum": 99999999999
        },
        "lines": {
          "minItems": 1,
          "maxItems": 500,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "sku": {
                "description": "Your number of the article",
                "type": "string",
                "maxLength": 200
              },
              "name": {
                "type": "string",
                "maxLength": 500,
                "description": "What was ordered"
              },
              "quantity": {
                "type": "integer",
                "minimum": 1,
                "maximum": 10000,
                "description": "How many"
              },
              "unitAmount": {
                "type": "integer",
                "minimum": 0,
                "maximum": 99999999999,
                "description": "Price of one, in minor units such as cents"
              },
              "totalAmount": {
                "type": "integer",
                "minimum": 0,
                "maximum": 99999999999,
                "description": "Price of the line, in minor units"
              }
            },
            "required": [
              "name",
              "quantity",
              "unitAmount",
              "totalAmount"
            ],
            "additionalProperties": false
          },
          "description": "What was ordered, line by line"
        },
        "customer": {
          "description": "Who ordered, where that is known",
          "type": "object",
          "properties": {
            "id": {
              "description": "Your id of the person",
              "type": "string",
              "maxLength": 200
            },
            "name": {
              "description": "Full name",
              "type": "string",
              "maxLength": 500
            },
            "email": {
              "description": "Where they can be written to, as they gave it; it may be no email address",
              "type": "string",
              "maxLength": 500
            },
            "phone": {
              "description": "As they gave it",
              "type": "string",
              "maxLength": 500
            },
            "hasMarketingConsent": {
              "description": "They agreed to hear from you; left out is no",
              "type": "boolean"
            }
          },
          "additionalProperties": false
        },
        "tableNumber": {
          "description": "The table that it goes to",
          "type": "string",
          "maxLength": 200
        },
        "qrCodeId": {
          "description": "The code that the guest scanned",
          "type": "string",
          "maxLength": 200
        },
        "note": {
          "description": "What the guest wrote",
          "type": "string",
          "maxLength": 10000
        },
        "placedAt": {
          "description": "When it was sent",
          "type": "string",
          "maxLength": 40,
          "format": "date-time",
          "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"
        },
        "paypalOrderId": {
          "description": "PayPal's number of the order to whose payment the guest agreed there, where they did",
          "type": "string",
          "maxLength": 200
        }
      },
      "required": [
        "orderId",
        "number",
        "currency",
        "totalAmount",
        "lines"
      ],
      "additionalProperties": false
    },
    "example": {
      "orderId": "ord_1042",
      "number": "1042",
      "currency": "EUR",
      "totalAmount": 3450,
      "taxAmount": 551,
      "lines": [
        {
          "sku": "PIZZA-MARG",
          "name": "Pizza Margherita",
          "quantity": 2,
          "unitAmount": 1250,
          "totalAmount": 2500
        },
        {
          "sku": "WINE-HOUSE",
          "name": "House wine, 0.2 l",
          "quantity": 1,
          "unitAmount": 950,
          "totalAmount": 950
        }
      ],
      "customer": {
        "id": "cus_77",
        "name": "Mara Klein",
        "email": "mara@example.com",
        "hasMarketingConsent": true
      },
      "tableNumber": "12",
      "qrCodeId": "qr_table_12",
      "note": "No basil, please.",
      "placedAt": "2026-10-02T18:44:10Z"
    }
  },
  {
    "type": "order.paid",
    "source": "platform",
    "title": "Order paid",
    "description": "The money for an order has arrived.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "orderId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Your id of the order"
        },
        "number": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The number that guest and staff see"
        },
        "currency": {
          "type": "string",
          "maxLength": 20,
          "pattern": "^[A-Za-z]{3}$",
          "description": "ISO 4217 currency code"
        },
        "totalAmount": {
          "type": "integer",
          "minimum": 0,
          "maximum": 99999999999,
          "description": "What the guest pays, tax and tip included, in minor units such as cents"
        },
        "taxAmount": {
          "description": "The tax within the total, in minor units",
          "type": "integer",
          "minimum": 0,
          "maximum": 99999999999
        },
        "tipAmount": {
          "description": "The tip within the total, in minor units",
          "type": "integer",
          "minimum": 0,
          "maximum": 99999999999
        },
        "lines": {
          "minItems": 1,
          "maxItems": 500,
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "sku": {
                "description": "Your number of the article",
                "type": "string",
                "maxLength": 200
              },
              "name": {
                "type": "string",
                "maxLength": 500,
                "description": "What was ordered"
              },
              "quantity": {
                "type": "integer",
                "minimum": 1,
                "maximum": 10000,
                "description": "How many"
              },
              "unitAmount": {
                "type": "integer",
                "minimum": 0,
                "maximum": 99999999999,
                "description": "Price of one, in minor units such as cents"
              },
              "totalAmount": {
                "type": "integer",
                "minimum": 0,
                "maximum": 99999999999,
                "description": "Price of the line, in minor units"
              }
            },
            "required": [
              "name",
              "quantity",
              "unitAmount",
              "totalAmount"
            ],
            "additionalProperties": false
          },
          "description": "What was ordered, line by line"
        },
        "customer": {
          "description": "Who ordered, where that is known",
          "type": "object",
          "properties": {
            "id": {
              "description": "Your id of the person",
              "type": "string",
              "maxLength": 200
            },
            "name": {
              "description": "Full name",
              "type": "string",
              "maxLength": 500
            },
            "email": {
              "description": "Where they can be written to, as they gave it; it may be no email address",
              "type": "string",
              "maxLength": 500
            },
            "phone": {
              "description": "As they gave it",
              "type": "string",
              "maxLength": 500
            },
            "hasMarketingConsent": {
              "description": "They agreed to hear from you; left out is no",
              "type": "boolean"
            }
          },
          "additionalProperties": false
        },
        "tableNumber": {
          "description": "The table that it goes to",
          "type": "string",
          "maxLength": 200
        },
        "qrCodeId": {
          "description": "The code that the guest scanned",
          "type": "string",
          "maxLength": 200
        },
        "note": {
          "description": "What the guest wrote",
          "type": "string",
          "maxLength": 10000
        },
        "payment": {
          "type": "object",
          "properties": {
            "id": {
              "type": "string",
              "minLength": 1,
              "maxLength": 200,
              "description": "Your id of the payment"
            },
            "method": {
              "type": "string",
              "enum": [
                "card",
                "apple_pay",
                "google_pay",
                "paypal",
                "cash",
                "other"
              ],
              "description": "How it was paid"
            },
            "paidAt": {
              "type": "string",
              "maxLength": 40,
              "format": "date-time",
              "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$",
              "description": "When the money arrived"
            }
          },
          "required": [
            "id",
            "method",
            "paidAt"
          ],
          "additionalProperties": false,
          "description": "The payment that settled it"
        }
      },
      "required": [
        "orderId",
        "number",
        "currency",
        "totalAmount",
        "lines",
        "payment"
      ],
      "additionalProperties": false
    },
    "example": {
      "orderId": "ord_1042",
      "number": "1042",
      "currency": "EUR",
      "totalAmount": 3750,
      "taxAmount": 551,
      "lines": [
        {
          "sku": "PIZZA-MARG",
          "name": "Pizza Margherita",
          "quantity": 2,
          "unitAmount": 1250,
          "totalAmount": 2500
        },
        {
          "sku": "WINE-HOUSE",
          "name": "House wine, 0.2 l",
          "quantity": 1,
          "unitAmount": 950,
          "totalAmount": 950
        }
      ],
      "customer": {
        "id": "cus_77",
        "name": "Mara Klein",
        "email": "mara@example.com",
        "hasMarketingConsent": true
      },
      "tableNumber": "12",
      "qrCodeId": "qr_table_12",
      "tipAmount": 300,
      "payment": {
        "id": "pay_5512",
        "method": "apple_pay",
        "paidAt": "2026-10-02T19:20:31Z"
      }
    }
  },
  {
    "type": "order.refunded",
    "source": "platform",
    "title": "Order refunded",
    "description": "All or part of an order was paid back.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "orderId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Your id of the order"
        },
        "number": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The number that guest and staff see"
        },
        "refundId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "Your id of the refund"
        },
        "currency": {
          "type": "string",
          "maxLength": 20,
          "pattern": "^[A-Za-z]{3}$",
          "description": "ISO 4217 currency code"
        },
        "refundedAmount": {
          "type": "integer",
          "minimum": 0,
          "maximum": 99999999999,
          "description": "What was paid back, in minor units such as cents"
        },
        "isFullRefund": {
          "type": "boolean",
          "description": "The whole order was paid back"
        },
        "reason": {
          "description": "Why, in your words",
          "type": "string",
          "maxLength": 2000
        },
        "customer": {
          "description": "Who ordered, where that is known",
          "type": "object",
          "properties": {
            "id": {
              "description": "Your id of the person",
              "type": "string",
              "maxLength": 200
            },
            "name": {
              "description": "Full name",
              "type": "string",
              "maxLength": 500
            },
            "email": {
              "description": "Where they can be written to, as they gave it; it may be no email address",
              "type": "string",
              "maxLength": 500
            },
            "phone": {
              "description": "As they gave it",
              "type": "string",
              "maxLength": 500
            },
            "hasMarketingConsent": {
              "description": "They agreed to hear from you; left out is no",
              "type": "boolean"
            }
          },
          "additionalProperties": false
        }
      },
      "required": [
        "orderId",
        "number",
        "refundId",
        "currency",
        "refundedAmount",
        "isFullRefund"
      ],
      "additionalProperties": false
    },
    "example": {
      "orderId": "ord_1042",
      "number": "1042",
      "refundId": "ref_88",
      "currency": "EUR",
      "refundedAmount": 950,
      "isFullRefund": false,
      "reason": "Wine was corked",
      "customer": {
        "id": "cus_77",
        "email": "mara@example.com"
      }
    }
  },
  {
    "type": "dispute.opened",
    "source": "patchbay",
    "title": "Payment disputed",
    "description": "A guest's bank wants a payment back, or asks about it.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "disputeId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The dispute"
        },
        "provider": {
          "type": "string",
          "description": "The app, such as stripe"
        },
        "environment": {
          "type": "string",
          "enum": [
            "live",
            "sandbox"
          ],
          "description": "Whether it is about real money"
        },
        "accountId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The account at the app"
        },
        "chargeId": {
          "anyOf": [
            {
              "type": "string",
              "minLength": 1,
              "maxLength": 200
            },
            {
              "type": "null"
            }
          ],
          "description": "The charge it is about; null where that is not known"
        },
        "orderId": {
          "anyOf": [
            {
              "type": "string",
              "maxLength": 200
            },
            {
              "type": "null"
            }
          ],
          "description": "The order that was paid; null where that is not known"
        },
        "amount": {
          "type": "integer",
          "minimum": 0,
          "maximum": 99999999999,
          "description": "What the bank wants, in minor units such as cents"
        },
        "currency": {
          "type": "string",
          "maxLength": 20,
          "pattern": "^[A-Za-z]{3}$",
          "description": "ISO 4217 currency code"
        },
        "reason": {
          "anyOf": [
            {
              "type": "string",
              "maxLength": 200
            },
            {
              "type": "null"
            }
          ],
          "description": "Why, in one word of the app's"
        },
        "isInquiry": {
          "type": "boolean",
          "description": "The bank only asks, and takes no money yet"
        },
        "answerBy": {
          "anyOf": [
            {
              "type": "string",
              "maxLength": 40,
              "format": "date-time",
              "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$"
            },
            {
              "type": "null"
            }
          ],
          "description": "Until when evidence is taken; null = none is"
        },
        "evidenceUrl": {
          "anyOf": [
            {
              "type": "string",
              "maxLength": 2000
            },
            {
              "type": "null"
            }
          ],
          "description": "Where the evidence is given"
        },
        "openedAt": {
          "type": "string",
          "maxLength": 40,
          "format": "date-time",
          "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$",
          "description": "When the bank opened it"
        }
      },
      "required": [
        "disputeId",
        "provider",
        "environment",
        "accountId",
        "chargeId",
        "orderId",
        "amount",
        "currency",
        "reason",
        "isInquiry",
        "answerBy",
        "evidenceUrl",
        "openedAt"
      ],
      "additionalProperties": false
    },
    "example": {
      "disputeId": "dsp_0199c0f3a1b2c3d4e5f60718293a4b5c",
      "provider": "stripe",
      "environment": "live",
      "accountId": "acct_1QTrattoriaAna",
      "chargeId": "chg_0199c0f3a1b2c3d4e5f60718293a4b5c",
      "orderId": "ord_1042",
      "amount": 3750,
      "currency": "EUR",
      "reason": "product_not_received",
      "isInquiry": false,
      "answerBy": "2026-10-12T23:59:59Z",
      "evidenceUrl": "https://dashboard.stripe.com/acct_1QTrattoriaAna/disputes/du_1QAna",
      "openedAt": "2026-10-05T09:12:00Z"
    }
  },
  {
    "type": "payout.paid",
    "source": "patchbay",
    "title": "Payout paid",
    "description": "Money was paid out to your bank. The bank may still send it back for some days.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "payoutId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The payout"
        },
        "provider": {
          "type": "string",
          "description": "The app, such as stripe"
        },
        "environment": {
          "type": "string",
          "enum": [
            "live",
            "sandbox"
          ],
          "description": "Whether it is about real money"
        },
        "accountId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The account at the app"
        },
        "amount": {
          "type": "integer",
          "minimum": -9007199254740991,
          "maximum": 9007199254740991,
          "description": "What goes to the bank, in minor units such as cents; below zero: taken from it"
        },
        "currency": {
          "type": "string",
          "maxLength": 20,
          "pattern": "^[A-Za-z]{3}$",
          "description": "ISO 4217 currency code"
        },
        "isAutomatic": {
          "type": "boolean",
          "description": "By the app's schedule, and not by hand"
        },
        "arrivesAt": {
          "type": "string",
          "maxLength": 40,
          "format": "date-time",
          "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$",
          "description": "When it arrives at the bank"
        }
      },
      "required": [
        "payoutId",
        "provider",
        "environment",
        "accountId",
        "amount",
        "currency",
        "isAutomatic",
        "arrivesAt"
      ],
      "additionalProperties": false
    },
    "example": {
      "payoutId": "pot_0199c0f3a1b2c3d4e5f60718293a4b5c",
      "provider": "stripe",
      "environment": "live",
      "accountId": "acct_1QTrattoriaAna",
      "amount": 182340,
      "currency": "EUR",
      "isAutomatic": true,
      "arrivesAt": "2026-10-06T00:00:00Z"
    }
  },
  {
    "type": "payout.failed",
    "source": "patchbay",
    "title": "Payout failed",
    "description": "The bank did not take a payout, or sent it back.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "payoutId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The payout"
        },
        "provider": {
          "type": "string",
          "description": "The app, such as stripe"
        },
        "environment": {
          "type": "string",
          "enum": [
            "live",
            "sandbox"
          ],
          "description": "Whether it is about real money"
        },
        "accountId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The account at the app"
        },
        "amount": {
          "type": "integer",
          "minimum": -9007199254740991,
          "maximum": 9007199254740991,
          "description": "What goes to the bank, in minor units such as cents; below zero: taken from it"
        },
        "currency": {
          "type": "string",
          "maxLength": 20,
          "pattern": "^[A-Za-z]{3}$",
          "description": "ISO 4217 currency code"
        },
        "isAutomatic": {
          "type": "boolean",
          "description": "By the app's schedule, and not by hand"
        },
        "arrivesAt": {
          "type": "string",
          "maxLength": 40,
          "format": "date-time",
          "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$",
          "description": "When it arrives at the bank"
        },
        "reason": {
          "anyOf": [
            {
              "type": "string",
              "maxLength": 500
            },
            {
              "type": "null"
            }
          ],
          "description": "Why, in the app's words"
        }
      },
      "required": [
        "payoutId",
        "provider",
        "environment",
        "accountId",
        "amount",
        "currency",
        "isAutomatic",
        "arrivesAt",
        "reason"
      ],
      "additionalProperties": false
    },
    "example": {
      "payoutId": "pot_0199c0f3a1b2c3d4e5f60718293a4b5c",
      "provider": "stripe",
      "environment": "live",
      "accountId": "acct_1QTrattoriaAna",
      "amount": 182340,
      "currency": "EUR",
      "isAutomatic": true,
      "arrivesAt": "2026-10-06T00:00:00Z",
      "reason": "account_closed: The bank account has been closed."
    }
  },
  {
    "type": "webhook.triggered",
    "source": "patchbay",
    "title": "Webhook delivered",
    "description": "One of your webhooks received an event and accepted it.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "deliveryId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The delivery that ended"
        },
        "eventId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The event that was delivered"
        },
        "eventType": {
          "type": "string",
          "description": "Its type"
        },
        "webhookId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The webhook it went to"
        },
        "url": {
          "type": "string",
          "description": "The webhook's address"
        },
        "attempts": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991,
          "description": "How many attempts there were"
        },
        "statusCode": {
          "anyOf": [
            {
              "type": "integer",
              "minimum": -9007199254740991,
              "maximum": 9007199254740991
            },
            {
              "type": "null"
            }
          ],
          "description": "HTTP status of the last answer; null where there was none"
        }
      },
      "required": [
        "deliveryId",
        "eventId",
        "eventType",
        "webhookId",
        "url",
        "attempts",
        "statusCode"
      ],
      "additionalProperties": false
    },
    "example": {
      "deliveryId": "dlv_0199c0f3a1b2c3d4e5f60718293a4b5c",
      "eventId": "evt_0199c0f3a1b27e4d91ab44f0c2d3e4f5",
      "eventType": "order.paid",
      "webhookId": "wh_0199bf00112233445566778899aabbcc",
      "url": "https://pos.trattoria.example/hooks",
      "attempts": 1,
      "statusCode": 204
    }
  },
  {
    "type": "webhook.failed",
    "source": "patchbay",
    "title": "Delivery failed for good",
    "description": "A delivery to one of your webhooks failed for good.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "deliveryId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The delivery that ended"
        },
        "eventId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The event that was delivered"
        },
        "eventType": {
          "type": "string",
          "description": "Its type"
        },
        "webhookId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The webhook it went to"
        },
        "url": {
          "type": "string",
          "description": "The webhook's address"
        },
        "attempts": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9007199254740991,
          "description": "How many attempts there were"
        },
        "statusCode": {
          "anyOf": [
            {
              "type": "integer",
              "minimum": -9007199254740991,
              "maximum": 9007199254740991
            },
            {
              "type": "null"
            }
          ],
          "description": "HTTP status of the last answer; null where there was none"
        },
        "reason": {
          "type": "string",
          "description": "Why it was given up, in plain words"
        },
        "isWebhookDisabled": {
          "type": "boolean",
          "description": "The webhook was switched off with it"
        }
      },
      "required": [
        "deliveryId",
        "eventId",
        "eventType",
        "webhookId",
        "url",
        "attempts",
        "statusCode",
        "reason",
        "isWebhookDisabled"
      ],
      "additionalProperties": false
    },
    "example": {
      "deliveryId": "dlv_0199c0f3a1b2c3d4e5f60718293a4b5c",
      "eventId": "evt_0199c0f3a1b27e4d91ab44f0c2d3e4f5",
      "eventType": "order.paid",
      "webhookId": "wh_0199bf00112233445566778899aabbcc",
      "url": "https://pos.trattoria.example/hooks",
      "attempts": 8,
      "statusCode": 500,
      "reason": "The endpoint answered 500 at each of 8 attempts.",
      "isWebhookDisabled": false
    }
  },
  {
    "type": "integration.connected",
    "source": "patchbay",
    "title": "App connected",
    "description": "An app was connected, or connected again.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "integrationId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The connection"
        },
        "provider": {
          "type": "string",
          "description": "The app, such as slack"
        },
        "account": {
          "description": "Name of the account at the app; null where it has none",
          "type": [
            "string",
            "null"
          ]
        }
      },
      "required": [
        "integrationId",
        "provider",
        "account"
      ],
      "additionalProperties": false
    },
    "example": {
      "integrationId": "int_0199c0f3a1b2c3d4e5f60718293a4b5c",
      "provider": "slack",
      "account": "Trattoria Ana"
    }
  },
  {
    "type": "integration.error",
    "source": "patchbay",
    "title": "App needs attention",
    "description": "A connected app stopped working and needs you.",
    "schema": {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "type": "object",
      "properties": {
        "integrationId": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200,
          "description": "The connection"
        },
        "provider": {
          "type": "string",
          "description": "The app, such as slack"
        },
        "account": {
          "description": "Name of the account at the app; null where it has none",
          "type": [
            "string",
            "null"
          ]
        },
        "cause": {
          "type": "string",
          "description": "What is wrong, in one word"
        },
        "message": {
          "type": "string",
          "description": "What is wrong and what to do, in plain words"
        }
      },
      "required": [
        "integrationId",
        "provider",
        "account",
        "cause",
        "message"
      ],
      "additionalProperties": false
    },
    "example": {
      "integrationId": "int_0199c0f3a1b2c3d4e5f60718293a4b5c",
      "provider": "slack",
      "account": "Trattoria Ana",
      "cause": "revoked",
      "message": "Slack no longer accepts our access. Connect it again."
    }
  }
];
