// An office served by the real program in a process of its own, on a free port of this machine.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace motcua::bench {

class ServedOffice {
 public:
  // Starts `motcua demo` on the folder and waits until it answers. Throws.
  explicit ServedOffice(const std::filesystem::path& data, std::string_view command = "demo");
  ~ServedOffice();
  ServedOffice(const ServedOffice&) = delete;
  ServedOffice& operator=(const ServedOffice&) = delete;

  std::uint16_t port() const { return port_; }
  double seconds_to_first_answer() const { return seconds_to_first_answer_; }
  double cpu_seconds() const;         // of all its threads, since it began
  double resident_megabytes() const;  // now
  double own_megabytes() const;       // of them, what is no page of a file
  double peak_megabytes() const;      // resident, at most since it began
  void stop();                        // and waits for its end

 private:
  void start(const std::filesystem::path& data, std::string_view command);
  std::uint16_t read_port();

  pid_t process_ = -1;
  int output_ = -1;
  std::uint16_t port_ = 0;
  double seconds_to_first_answer_ = 0;
};

// An officer signed in: the headers that let his requests through.
struct Session {
  std::string cookie;  // "Cookie: ...\r\n"
  std::string csrf;    // "X-CSRF-Token: ...\r\n"
};
Session sign_in(const ServedOffice& office, std::string_view username);
// A citizen with a new account, signed in to it.
Session open_account(const ServedOffice& office, std::string_view email);

std::string get(std::string_view path, std::string_view headers = {});
// "POST /a" with the headers, each with its line end, and a body of the length told.
std::string with_body(std::string_view method_and_path, std::string_view headers,
                      std::string_view body);
inline constexpr std::string_view json_kind = "Content-Type: application/json\r\n";

}  // namespace motcua::bench
