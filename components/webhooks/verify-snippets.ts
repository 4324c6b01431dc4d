/** The setting a receiver keeps the signing secret in. */
export const secretVariable = "PATCHBAY_WEBHOOK_SECRET";

const node = `// npm install standardwebhooks
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.${secretVariable}); // whsec_…

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const rawBody = Buffer.concat(chunks); // verify these bytes, not parsed JSON

  let event;
  try {
    event = webhook.verify(rawBody, request.headers);
  } catch {
    response.writeHead(401).end();
    return;
  }

  // request.headers["webhook-id"] stays the same when an event is sent again
  console.log(event.type, event.data);
  response.writeHead(204).end();
}).listen(process.env.PORT ?? 4000);
`;

const python = `# pip install flask standardwebhooks
import os

from flask import Flask, request
from standardwebhooks import Webhook, WebhookVerificationError

app = Flask(__name__)
webhook = Webhook(os.environ["${secretVariable}"])  # whsec_…


@app.post("/hooks")
def receive():
    raw_body = request.get_data()  # verify these bytes, not parsed JSON
    try:
        event = webhook.verify(raw_body, dict(request.headers))
    except (WebhookVerificationError, ValueError):
        return "", 401

    # request.headers["webhook-id"] stays the same when an event is sent again
    print(event["type"], event["data"])
    return "", 204
`;

const php = `<?php
// composer require standard-webhooks/standard-webhooks
require __DIR__ . '/vendor/autoload.php';

use StandardWebhooks\\Exception\\WebhookVerificationException;
use StandardWebhooks\\Webhook;

$webhook = new Webhook(getenv('${secretVariable}')); // whsec_…
$rawBody = file_get_contents('php://input'); // verify these bytes, not parsed JSON

try {
    $event = $webhook->verify($rawBody, [
        'webhook-id' => $_SERVER['HTTP_WEBHOOK_ID'] ?? '',
        'webhook-timestamp' => $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '',
        'webhook-signature' => $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '',
    ]);
} catch (WebhookVerificationException $problem) {
    http_response_code(401);
    exit;
}

// $_SERVER['HTTP_WEBHOOK_ID'] stays the same when an event is sent again
error_log($event['type'] . ' ' . json_encode($event['data']));
http_response_code(204);
`;

/** Receivers that check the signature, ready to run, for a webhook's page. */
export const verifySnippets = [
  { id: "node", label: "Node.js", code: node },
  { id: "python", label: "Python", code: python },
  { id: "php", label: "PHP", code: php },
] as const;
