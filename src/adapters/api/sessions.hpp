// Who is signed in: a random token in an HttpOnly cookie, its digest in the store, a CSRF token
// beside it. Any thread.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "api/parts.hpp"
#include "http/request.hpp"

namespace motcua::api {

struct SignedIn {
  const authority::Person* person = nullptr;
  std::string csrf;
  dossier::Officer officer() const;
};

class Sessions {
 public:
  explicit Sessions(Parts& parts) : parts_(parts) {}

  // The cookie to set, or nothing when name or password are wrong (which takes as long).
  struct Opened {
    std::string cookie;
    SignedIn signed_in;
  };
  OrFailure<std::optional<Opened>> open(std::string_view username, std::string_view password,
                                        bool secure);
  std::optional<SignedIn> find(const http::Request& request);
  OrFailure<Nothing> close(const http::Request& request);
  static std::string expired_cookie();

 private:
  Parts& parts_;
  std::mutex mutex_;
  std::map<std::string, ports::Session> known_;  // by the token's digest; bounded
  std::uint64_t closed_ = 0;  // how many sessions were closed, so that none is remembered after
};

}  // namespace motcua::api
