// The load driver as a program: prints one JSON line.
//
//   load_driver PORT --get /api/procedures --connections 64 --seconds 5
//   load_driver PORT --requests FILE          raw requests, one after the other, as they are sent
//   load_driver PORT --get / --drip 400       beside 400 connections that send a byte a second
//
// In a file of requests {number} stands for the running number of the request (eight digits, so
// that lengths stay true).
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "load_client.hpp"

namespace {

using motcua::load::Plan;

int number(std::string_view text, int least, int most) {
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size() || value < least || value > most) {
    throw std::invalid_argument("\"" + std::string(text) + "\" is not a number from " +
                                std::to_string(least) + " to " + std::to_string(most));
  }
  return value;
}

// Splits a file into requests by their empty lines and Content-Length.
std::vector<std::string> read_requests(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::invalid_argument("cannot read " + path);
  std::ostringstream all;
  all << file.rdbuf();
  std::string left = all.str();
  std::vector<std::string> requests;
  while (!left.empty()) {
    const std::size_t head = left.find("\r\n\r\n");
    if (head == std::string::npos) throw std::invalid_argument(path + " ends inside a request");
    std::size_t size = head + 4;
    const std::size_t length = left.find("Content-Length: ");
    if (length < head) size += std::strtoul(left.c_str() + length + 16, nullptr, 10);
    if (size > left.size()) throw std::invalid_argument(path + " ends inside a body");
    requests.push_back(left.substr(0, size));
    left.erase(0, size);
  }
  return requests;
}

std::string numbered(std::string request, std::uint64_t n) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%08llu", static_cast<unsigned long long>(n));
  for (std::size_t at = 0; (at = request.find("{number}", at)) != std::string::npos;) {
    request.replace(at, 8, digits);
  }
  return request;
}

Plan read_plan(const std::vector<std::string>& words) {
  Plan plan;
  std::vector<std::string> requests;
  if (words.empty()) throw std::invalid_argument("which port?");
  plan.port = static_cast<std::uint16_t>(number(words[0], 1, 65535));
  for (std::size_t i = 1; i + 1 < words.size(); i += 2) {
    const std::string& name = words[i];
    const std::string& value = words[i + 1];
    if (name == "--address") {
      plan.address = value;
    } else if (name == "--connections") {
      plan.connections = number(value, 1, 2000);
    } else if (name == "--seconds") {
      plan.duration = std::chrono::seconds(number(value, 1, 120));
    } else if (name == "--drip") {
      plan.dripping = number(value, 0, 2000);
    } else if (name == "--get") {
      requests.push_back("GET " + value + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    } else if (name == "--requests") {
      for (auto& request : read_requests(value)) requests.push_back(std::move(request));
    } else {
      throw std::invalid_argument("unknown word " + name);
    }
  }
  if (words.size() % 2 == 0) throw std::invalid_argument(words.back() + " needs a value");
  if (requests.empty()) throw std::invalid_argument("give --get PATH or --requests FILE");
  plan.request = [requests](std::uint64_t n) { return numbered(requests[n % requests.size()], n); };
  return plan;
}

}  // namespace

int main(int count, char** words) {
  try {
    const Plan plan = read_plan(std::vector<std::string>(words + 1, words + count));
    std::cout << motcua::load::run(plan).to_json() << "\n";
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "load_driver: " << error.what() << "\n";
    return 2;
  }
}
