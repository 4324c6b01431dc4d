import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function DeliveryLoading() {
  return <DetailLoading what="the delivery" />;
}
