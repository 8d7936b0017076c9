// Confirmations of what was paid for a dossier, and of what was given back.
#pragma once

#include <optional>
#include <string_view>

#include "queries/slips.hpp"

namespace motcua::queries {

// "payment-1", "refund-2": slips of the ledger's payments and of refunds that were done, counted
// from 1 in the order of the journal.
std::string payment_slip(std::size_t index);
std::string refund_slip(std::size_t index);

// As the ledger stood then. Nothing for another slip's name, or when there is no such payment.
std::optional<document::Slip> payment_slip_of(const std::vector<ports::StoredRecord>& records,
                                              const Scene& scene, const SlipRequest& request);

}  // namespace motcua::queries
