import { texts } from "#lib/words/texts/texts.ts";

export const paymentsChargesBrowser = texts("payments-charges-browser", {
  end_charge_ended: "Cancelled",
  end_charge_guest_was_quicker_paid: "The guest has paid already",
  end_charge_was_not_ended: "It was not cancelled",
  end_charge_end: "Cancel payment",
  new_charge_form_title: "No payment link was made",
  new_charge_form_label: "Amount",
  new_charge_form_what: "What it is for",
  new_charge_form_help: "The guest reads it on the payment page and on the receipt.",
  new_charge_form_order: "Order",
  new_charge_form_your_id_order_payment:
    "Your id of the order. The payment then appears with its table and its products.",
  new_charge_form_make_payment_link: "Make a payment link",
  new_charge_form_nothing_charged_before_guest: "Nothing is charged before the guest pays.",
  refund_form_nothing_was_given_back: "Nothing was refunded",
  refund_form_label: "Reason",
  refund_form_placeholder: "No reason",
  refund_reasons_guest_asked: "The guest asked for it",
  refund_reasons_charged_twice: "Charged twice",
  refund_reasons_payment_was_fraudulent: "The payment was fraudulent",
});
