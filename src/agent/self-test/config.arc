@aws
timeout 60
memory 512
policies
  use-table
  read-jira-secret
  read-asana-secret
  read-graph-secret
