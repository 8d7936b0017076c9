// Open sessions of officers or of citizens: a random token in an HttpOnly cookie, its digest in the
// store, a CSRF token beside it. Who may open one is decided elsewhere. Any thread.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "api/parts.hpp"
#include "http/request.hpp"

namespace motcua::api {

class Sessions {
 public:
  Sessions(Parts& parts, ports::Realm realm) : parts_(parts), realm_(realm) {}

  struct Opened {
    std::string cookie;  // to set
    ports::Session session;
  };
  // A new session of `holder` in the browser that asks; what else `like` says of it is kept.
  OrFailure<Opened> open(const http::Request& request, std::string_view holder,
                         ports::Session like = {});
  std::optional<ports::Session> find(const http::Request& request);
  std::optional<ports::Session> recall(const http::Request& request);  // without the store
  OrFailure<std::vector<ports::Session>> of(std::string_view holder);  // open ones, newest first

  OrFailure<Nothing> keep(const ports::Session& session);  // one that is open, changed
  OrFailure<Nothing> close(const ports::Session& session);
  OrFailure<Nothing> close_others(const ports::Session& kept);  // of the same holder
  OrFailure<Nothing> close_all(std::string_view holder);
  std::string expired_cookie() const;

 private:
  struct Remembered {
    std::optional<ports::Session> session;
    std::uint64_t closed = 0;  // sessions closed so far
  };
  Remembered remembered(const std::string& digest);
  bool is_open(const ports::Session& session) const;
  std::string_view cookie_name() const;

  Parts& parts_;
  ports::Realm realm_;
  std::mutex mutex_;
  std::map<std::string, ports::Session> known_;  // by the token's digest; bounded
  std::uint64_t closed_ = 0;  // how many sessions were closed, so that none is remembered after
};

// How a session is named to its holder, who sees his own only.
std::string session_id(const ports::Session& session);

}  // namespace motcua::api
