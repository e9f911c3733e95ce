@aws
timeout 29
memory 1024
policies
  use-table
  read-web-secret
