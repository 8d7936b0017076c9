// What may happen to the account of a dossier's fees. Pure; the fold is ledger.hpp's.
#pragma once

#include "payment/ledger.hpp"
#include "payment/rejections.hpp"

namespace motcua::payment {

// What a gateway says of an order, its signature already verified.
enum class Outcome { Paid, Failed, Expired };
struct Notice {
  std::string order;
  std::string transaction;  // the gateway's number
  Dong amount;
  Outcome outcome = Outcome::Paid;
  std::string code;  // the gateway's own
  std::string bank;
  std::optional<Moment> paid_at;
};

// Count: the money is to be recorded; Close: the order ends without money; Known: it changes
// nothing, so a repeated notice never raises the amount. Money that arrives after an order failed
// or expired is counted all the same: it is the applicant's, and may be given back.
enum class Settlement { Count, Close, Known };
OrRejection<Settlement> judge(const Ledger& ledger, const Notice& notice);

OrRejection<Nothing> check_order(const Ledger& ledger);
// At the counter no more is taken than is due; a transfer has arrived whatever its amount is.
OrRejection<Nothing> check_cash(const Ledger& ledger, std::string_view receipt, Dong amount);
OrRejection<Nothing> check_transfer(const Ledger& ledger, std::string_view reference, Dong amount);
OrRejection<Nothing> check_refund(const Ledger& ledger, std::string_view payment, Dong amount);
OrRejection<Nothing> check_refund_open(const Ledger& ledger, std::string_view refund);

// The name an order has outside: letters and digits only, and the dossier can be told from it.
// "000.00.00.H26-170412-0001", 2 -> "1704120001P2".
std::string order_reference(std::string_view code, std::size_t number);
// The dossier's code, of an office with this code block; nothing when it is no reference of ours.
std::optional<std::string> code_of_reference(std::string_view reference,
                                             std::string_view code_block);

}  // namespace motcua::payment
