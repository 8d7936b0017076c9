// Our side of VNPAY's protocol, one line in, one line out, for wire_test.mjs:
//   pay REFERENCE AMOUNT -> the payment address
//   read QUERY           -> "paid|failed REFERENCE TRANSACTION AMOUNT", "forged" or "malformed"
//   visit QUERY          -> "REFERENCE AMOUNT" or "refused", at the sandbox
//   decide REFERENCE     -> the sandbox's notification of a payment
//   api JSON             -> the sandbox's answer

#include <iostream>
#include <sstream>

#include "vnpay/sandbox.hpp"

namespace motcua::vnpay {
namespace {

class CountedChance : public ports::Chance {
 public:
  std::string token(std::size_t) override { return std::to_string(next_++); }

 private:
  int next_ = 1;
};

const Moment now = at(make_date(2017, 4, 12), hours{9});

Terminal terminal() {
  return {"MOTCUA01", "a-secret-of-the-terminal", "https://gateway.test/paymentv2/vpcpay.html", ""};
}

class Side {
 public:
  std::string answer(const std::string& verb, std::istringstream& rest) {
    std::string text;
    std::getline(rest >> std::ws, text);
    if (verb == "pay") return pay(text);
    if (verb == "read") return read(text);
    if (verb == "api") return sandbox_.answer_api(text, now);
    if (verb == "decide") return sandbox_.decide(text, Sandbox::Deed::Pay, now)->notice;
    const auto visit = sandbox_.visit(text);
    return visit ? visit->reference + " " + std::to_string(visit->amount.amount) : "refused";
  }

 private:
  std::string pay(const std::string& text) {
    payment::Order order;
    std::istringstream words(text);
    words >> order.reference >> order.amount.amount;
    order.ordered_at = now;
    order.expires_at = now + minutes{15};
    return gateway_.payment_address(
        {order, Language::Vietnamese, "203.0.113.7", "https://office.test/return/vi"});
  }

  std::string read(const std::string& query) {
    const auto notice = gateway_.read_notice(query);
    if (!notice) return notice.error() == ports::NoticeFault::Forged ? "forged" : "malformed";
    return std::string(notice->outcome == payment::Outcome::Paid ? "paid " : "failed ") +
           notice->order + " " + notice->transaction + " " + std::to_string(notice->amount.amount);
  }

  CountedChance chance_;
  Gateway gateway_{terminal(), chance_};
  Sandbox sandbox_{terminal()};
};

}  // namespace
}  // namespace motcua::vnpay

int main() {
  motcua::vnpay::Side side;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream rest(line);
    std::string verb;
    rest >> verb;
    std::cout << side.answer(verb, rest) << std::endl;
  }
}
