// Questions to a timestamp authority and what its answers are worth (RFC 3161).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/failure.hpp"
#include "base/moment.hpp"

struct x509_store_st;

namespace motcua::signature {

// A TimeStampReq (DER) over the SHA-256 of `bytes`, with a random nonce, that asks for the
// authority's certificate.
OrFailure<std::string> timestamp_question(std::string_view bytes);

// The TimeStampToken (DER) of a TimeStampResp. Malformed when the authority refused, or when its
// answer is to another question.
OrFailure<std::string> token_of_answer(std::string_view question, std::string_view answer);

struct TokenAccount {
  Moment moment{};
  bool intact = false;   // signed by the certificate in it, and over `bytes`
  bool trusted = false;  // that certificate is an authority's, and its chain is trusted
  std::string fault;     // why it is not (English)
  std::string signer;    // the authority's certificate (DER); empty when there is none
};

// Nothing when `token` is no TimeStampToken. `store` holds the anchors and the moment of checking.
std::optional<TokenAccount> check_token(std::string_view token, std::string_view bytes,
                                        x509_store_st* store);

}  // namespace motcua::signature
